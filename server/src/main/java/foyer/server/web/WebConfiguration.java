package foyer.server.web;

import foyer.server.web.safe.PlainLoopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** How the web is put together: words, languages, files of our own origin, the session's cookie, strict JSON. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:foyer-web.properties")
class WebConfiguration {
    private static final Duration KEPT = Duration.ofDays(365);

    @Bean
    Words messageSource() {
        return new Words();
    }

    @Bean
    Languages localeResolver(PlainLoopback plain) {
        return new Languages(!plain.plain());
    }

    /** Gives a file's address its content's hash, so that a browser may keep it for good. */
    @Bean
    ResourceUrlEncodingFilter hashedAddresses() {
        return new ResourceUrlEncodingFilter();
    }

    @Bean
    WebMvcConfigurer parts(Languages languages) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(languages);
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                serve(registry, "/assets/**", new ClassPathResource("static/"));
                serve(registry, "/assets/htmx/**", htmx());
            }
        };
    }

    private static void serve(ResourceHandlerRegistry registry, String addresses, Resource from) {
        registry.addResourceHandler(addresses)
                .addResourceLocations(from)
                .setCacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    /** The one version on the class path, whichever it is: its number stands in the build and nowhere else. */
    private static Resource htmx() {
        String script = "classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(script);
            if (found.length != 1) {
                throw new IllegalStateException("expected one htmx on the class path, found " + found.length);
            }
            return found[0].createRelative("./");
        } catch (IOException e) {
            throw new UncheckedIOException(script, e);
        }
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionCookie(PlainLoopback plain) {
        return new SessionCookie(plain);
    }

    /** A number where words belong is a mistake of the caller, not something to guess at. */
    @Bean
    JsonMapperBuilderCustomizer wordsAreWords() {
        return builder -> builder.withCoercionConfig(LogicalType.Textual, words -> {
            words.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
            words.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
            words.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        });
    }

    /** After Boot's own customizer, which would set what its properties say. */
    private record SessionCookie(PlainLoopback plain)
            implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory>, Ordered {
        @Override
        public void customize(ConfigurableServletWebServerFactory factory) {
            var cookie = factory.getSettings().getSession().getCookie();
            cookie.setName(plain.sessionCookie());
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(!plain.plain());
            cookie.setSameSite(Cookie.SameSite.LAX);
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }
}
