package foyer.server.web.rest;

import foyer.server.projection.Paging;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/** What the OpenAPI document says of the whole. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Asked.class, Paging.class);
    }

    @Bean
    OpenAPI openApi() {
        String basic = "basic";
        return new OpenAPI()
                .info(new Info()
                        .title("Foyer")
                        .version("1")
                        .description("The library's door that lends by itself: titles, holds, loans, stations. "
                                + "Every refusal is application/problem+json (RFC 9457) with a stable code and "
                                + "words in the caller's Accept-Language (lv, el, en, ru). Lists come in pages: "
                                + "`next` of one is the `cursor` of the following.")
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

    /** What {@link RestArguments} reads stands with every route that takes it. */
    @Bean
    OperationCustomizer commandsAndLists() {
        return (operation, method) -> {
            if (takes(method, Asked.class)) {
                add(operation, key());
            }
            if (method.hasMethodAnnotation(Versioned.class)) {
                add(operation, match());
            }
            if (takes(method, Paging.class)) {
                add(operation, limit());
                add(operation, cursor());
            }
            return operation;
        };
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(one -> one.getParameterType() == type);
    }

    /** Unless the route says more of it itself. */
    private static void add(Operation operation, Parameter parameter) {
        List<Parameter> there = operation.getParameters();
        if (there == null || there.stream().noneMatch(one -> parameter.getName().equals(one.getName()))) {
            operation.addParametersItem(parameter);
        }
    }

    private static Parameter key() {
        return new HeaderParameter()
                .name(RestArguments.KEY)
                .description("Made by the caller, new for every command: however often it is sent, it is done once")
                .schema(new StringSchema().pattern(RestArguments.KEY_FORM));
    }

    private static Parameter match() {
        return new HeaderParameter()
                .name(HttpHeaders.IF_MATCH)
                .description("The ETag that was read: when it has changed since, the answer is 412")
                .schema(new StringSchema().example("\"3\""));
    }

    private static Parameter limit() {
        IntegerSchema rows = new IntegerSchema();
        rows.setMinimum(BigDecimal.ONE);
        rows.setMaximum(BigDecimal.valueOf(Paging.MOST));
        rows.setDefault(Paging.USUAL);
        return new QueryParameter().name("limit").description("Rows of a page").schema(rows);
    }

    private static Parameter cursor() {
        return new QueryParameter()
                .name("cursor")
                .description("`next` of the page before; left out, the first page")
                .schema(new StringSchema());
    }
}
