package foyer.server;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Starts the server. Settings: {@code --foyer.data=DIR --server.port=0} and what {@link Settings} says. */
@SpringBootApplication
@EnableConfigurationProperties(Settings.class)
public class ServerMain {
    public static void main(String[] arguments) {
        SpringApplication.run(ServerMain.class, arguments);
    }

    /** The only clock; the outer loops ask it and hand the time on as a value. A test brings its own. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
