package dev.slipway.identity.openapi;

import dev.slipway.identity.security.Rules;
import dev.slipway.identity.security.Rules.Rule;
import io.swagger.v3.oas.models.Operation;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Names each operation after its resource and method, and says who may call it. */
@Component
class ApiOperations implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        String resource = resource(handler.getBeanType());
        String method = handler.getMethod().getName();
        operation.setOperationId(
                resource.substring(0, 1).toLowerCase(Locale.ROOT) + resource.substring(1) + capitalised(method));
        operation.setTags(List.of(capitalised(words(resource))));
        operation.setSummary(capitalised(words(resource)) + ": " + words(method));
        switch (Rules.ofHandler(handler)) {
            case Rule.Needs(var access) -> operation.setDescription("Needs the permission " + access.value() + ".");
            case Rule.Open(var reason) -> {
                operation.setDescription("Open to everybody: " + reason.value() + ".");
                operation.setSecurity(List.of());
            }
            case Rule.Declared _, Rule.None _, Rule.Nothing _ -> {}
        }
        return operation;
    }

    /** {@code PullRequest} of {@code PullRequestResource}. */
    private static String resource(Class<?> controller) {
        return controller.getSimpleName().replaceFirst("(Resource|Api|Controller)$", "");
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
