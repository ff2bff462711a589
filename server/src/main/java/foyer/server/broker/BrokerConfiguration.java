package foyer.server.broker;

import foyer.server.Settings;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys that outlive a start. */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {
    @Bean
    Authority authority(Settings settings, Clock clock) {
        return Authority.open(keys(settings), clock);
    }

    @Bean
    CommandKey commandKey(Settings settings) {
        return CommandKey.open(keys(settings));
    }

    private static Path keys(Settings settings) {
        return settings.data().resolve("keys");
    }
}
