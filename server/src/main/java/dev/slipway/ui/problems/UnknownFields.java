package dev.slipway.ui.problems;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/** Collects the fields of a request's body that nothing reads; Jackson on its own drops them, or stops at the first. */
final class UnknownFields extends DeserializationProblemHandler {

    private static final String FOUND = UnknownFields.class.getName();

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            ValueDeserializer<?> deserializer,
            Object beanOrClass,
            String name) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            List<Problem> found = new ArrayList<>(in(request));
            found.add(problem(name, deserializer.getKnownPropertyNames()));
            request.setAttribute(FOUND, List.copyOf(found), RequestAttributes.SCOPE_REQUEST);
        }
        parser.skipChildren();
        return true;
    }

    /** Those of the body that was read for this request. */
    @SuppressWarnings("unchecked")
    static List<Problem> in(RequestAttributes request) {
        return request.getAttribute(FOUND, RequestAttributes.SCOPE_REQUEST) instanceof List<?> found
                ? (List<Problem>) found
                : List.of();
    }

    private static Problem problem(String name, @Nullable Collection<Object> properties) {
        List<String> known = properties == null
                ? List.of()
                : properties.stream().map(String::valueOf).sorted().toList();
        Problem problem = Problem.at(name, "There is no field \"" + name + "\".")
                .expecting(known.isEmpty() ? "no field at all" : "one of " + String.join(", ", known));
        return Suggestions.didYouMean(name, known).map(problem::next).orElse(problem);
    }
}
