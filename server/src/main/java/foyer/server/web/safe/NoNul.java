package foyer.server.web.safe;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * The character NUL is in no text that anybody writes, and PostgreSQL takes none: it is the caller's mistake, said at
 * the entrance, whichever database lies behind. Addresses and names of parameters are strict in Spring already.
 */
@Configuration(proxyBeanMethods = false)
class NoNul {
    private static final char NUL = '\0';

    @Bean
    StrictHttpFirewall noNulInParameters() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(NoNul::none);
        return firewall;
    }

    @Bean
    JsonMapperBuilderCustomizer noNulInJson() {
        return builder -> builder.addModule(new SimpleModule().addDeserializer(String.class, new Words()));
    }

    private static boolean none(String text) {
        return text.indexOf(NUL) < 0;
    }

    private static final class Words extends StringDeserializer {
        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            String text = super.deserialize(parser, context);
            return text == null || none(text)
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, text, "holds the character NUL");
        }
    }
}
