package foyer.server.web.rest;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of the whole. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    @Bean
    OpenAPI openApi() {
        String basic = "basic";
        return new OpenAPI()
                .info(new Info()
                        .title("Foyer")
                        .version("1")
                        .description("The library's door that lends by itself: titles, holds, loans, stations. "
                                + "Every refusal is application/problem+json (RFC 9457) with a stable code and "
                                + "words in the caller's Accept-Language (lv, el, en, ru).")
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("this server")))
                .components(new Components()
                        .addSecuritySchemes(
                                basic,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("A patron's or a member of staff's user name and password.")))
                .addSecurityItem(new SecurityRequirement().addList(basic));
    }
}
