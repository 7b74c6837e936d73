package dev.slipway.identity.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What the operations have in common: how a caller is known, how errors are told, and how a POST is repeated safely. */
@Component
class ApiDocument implements GlobalOpenApiCustomizer {

    private static final String PROBLEM = "Problem";
    private static final String KEY = "IdempotencyKey";
    private static final String TOKEN = "token";
    private static final String SESSION = "session";

    @Override
    public void customise(OpenAPI document) {
        document.setInfo(
                new Info()
                        .title("Slipway")
                        .version("1")
                        .description(
                                "Everything that the portal and the command line do. Versions only add: clients have to expect "
                                        + "fields that they do not know. Bodies with fields that the server does not know are refused."));
        Components components = document.getComponents() == null ? new Components() : document.getComponents();
        document.setComponents(components
                .addSecuritySchemes(TOKEN, token())
                .addSecuritySchemes(SESSION, session())
                .addSchemas(ProblemSchemas.DETAILS, ProblemSchemas.details())
                .addResponses(PROBLEM, problem())
                .addParameters(KEY, key()));
        document.addSecurityItem(new SecurityRequirement().addList(TOKEN));
        document.addSecurityItem(new SecurityRequirement().addList(SESSION));
        document.getPaths().values().stream()
                .map(PathItem::readOperationsMap)
                .forEach(operations -> operations.forEach(ApiDocument::complete));
    }

    private static void complete(HttpMethod method, Operation operation) {
        operation.getResponses().addApiResponse("default", new ApiResponse().$ref(PROBLEM));
        if (method == HttpMethod.POST) {
            operation.addParametersItem(new Parameter().$ref(KEY));
        }
    }

    private static SecurityScheme token() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A token of an account, made on the page Account or with POST /api/v1/tokens.");
    }

    private static SecurityScheme session() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("slipway_session")
                .description("A browser's session; what changes something needs the page's CSRF token, too.");
    }

    private static ApiResponse problem() {
        return new ApiResponse()
                .description("It failed; the body says everything that is wrong (RFC 9457).")
                .content(ProblemSchemas.content());
    }

    private static Parameter key() {
        return new HeaderParameter()
                .name("Idempotency-Key")
                .required(false)
                .description(
                        "Any text, new for each new request. The same request with the same key is answered with the first answer, which is kept sealed for a day; "
                                + "409 where it could not be kept. Bodies have at most 4 MiB then.")
                .schema(new io.swagger.v3.oas.models.media.StringSchema()
                        .minLength(1)
                        .maxLength(255));
    }
}
