package foyer.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.ServerMain;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every registered route lets in whom it should and nobody else. */
@Tag("ledger")
class RoutesTest {
    @Test
    void everyRouteLetsInItsOwnAndNobodyElse() {
        RouteCheck check = new RouteCheck(WebServer.shared());
        assertThat(check.routes()).hasSizeGreaterThan(25);
        assertThat(check.violations()).isEmpty();
    }

    @Test
    void aForgottenRouteIsClosedAndAnUnprotectedOneIsFound() throws NoSuchMethodException {
        try (WebServer planted = WebServer.start(List.of(ServerMain.class, Planted.class))) {
            plant(planted, "/planted/open");
            plant(planted, "/planted/forgotten");
            assertThat(new RouteCheck(planted).violations())
                    .anyMatch(line -> line.contains("/planted/open") && line.endsWith("to nobody"))
                    .noneMatch(line -> line.contains("/planted/forgotten"));
        }
    }

    /** Registered by hand: a class with the annotation would be found by every server that a test starts. */
    private static void plant(WebServer server, String path) throws NoSuchMethodException {
        RequestMappingHandlerMapping routes =
                server.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        RequestMappingInfo route = RequestMappingInfo.paths(path)
                .methods(RequestMethod.GET)
                .options(routes.getBuilderConfiguration())
                .build();
        routes.registerMapping(route, new Planted(), Planted.class.getMethod("read"));
    }

    /** What a careless change would look like: a route with a chain of its own that lets everybody in. */
    public static class Planted {
        @Bean
        @Order(0)
        SecurityFilterChain careless(HttpSecurity http) throws Exception {
            return http.securityMatcher("/planted/open")
                    .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                    .build();
        }

        public ResponseEntity<String> read() {
            return ResponseEntity.ok("anybody reads this");
        }
    }
}
