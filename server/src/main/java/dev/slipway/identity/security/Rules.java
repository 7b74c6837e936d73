package dev.slipway.identity.security;

import dev.slipway.identity.Access;
import dev.slipway.identity.Public;
import dev.slipway.identity.RouteRule;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Finds the one rule that a request falls under. */
@Component
public class Rules {

    private final Supplier<List<RouteRule>> declared;
    private final Supplier<List<HandlerMapping>> mappings;
    private final Map<Method, Rule> ofMethods = new ConcurrentHashMap<>();

    Rules(ObjectProvider<RouteRule> declared, ObjectProvider<HandlerMapping> mappings) {
        this.declared = SingletonSupplier.of(() -> declared.stream().toList());
        this.mappings = SingletonSupplier.of(() -> mappings.orderedStream().toList());
    }

    /** What holds for a request. */
    public sealed interface Rule {

        record Declared(RouteRule rule) implements Rule {}

        record Needs(Access access) implements Rule {}

        record Open(Public reason) implements Rule {}

        /** Something serves it, and nothing says who may call: nobody. */
        record None(Object handler) implements Rule {}

        /** Nothing serves it: not found, which only who is signed in is told. */
        record Nothing() implements Rule {}
    }

    public Rule of(HttpServletRequest request) {
        return declaredFor(request.getRequestURI())
                .<Rule>map(Rule.Declared::new)
                .orElseGet(() -> remembered(handler(request)));
    }

    /** Whether a path outside of all handlers has a rule. */
    public Optional<RouteRule> declaredFor(String path) {
        return declared.get().stream().filter(rule -> rule.covers(path)).findFirst();
    }

    private Rule remembered(@Nullable Object handler) {
        return handler instanceof HandlerMethod method
                ? ofMethods.computeIfAbsent(method.getMethod(), _ -> ofHandler(method))
                : ofHandler(handler);
    }

    public static Rule ofHandler(@Nullable Object handler) {
        if (handler == null) {
            return new Rule.Nothing();
        }
        if (!(handler instanceof HandlerMethod method)) {
            return new Rule.None(handler);
        }
        Rule own = rule(
                AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Access.class),
                AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Public.class));
        return own != null ? own : ofType(method);
    }

    private static Rule ofType(HandlerMethod method) {
        Rule rule = rule(
                AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Access.class),
                AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Public.class));
        return rule != null ? rule : new Rule.None(method);
    }

    /** Where both are said, the stricter holds. */
    private static @Nullable Rule rule(@Nullable Access access, @Nullable Public open) {
        if (access != null) {
            return new Rule.Needs(access);
        }
        return open != null ? new Rule.Open(open) : null;
    }

    private @Nullable Object handler(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        return mappings.get().stream()
                .map(mapping -> chain(mapping, request))
                .flatMap(Optional::stream)
                .findFirst()
                .map(found -> {
                    FoundHandler.remember(request, found);
                    return found.getHandler();
                })
                .orElse(null);
    }

    private static Optional<HandlerExecutionChain> chain(HandlerMapping mapping, HttpServletRequest request) {
        try {
            return Optional.ofNullable(mapping.getHandler(request));
        } catch (ServletException _) {
            return Optional.empty(); // another method or media type: for whom it is told, the dispatcher says which
        } catch (Exception e) {
            throw new IllegalStateException("No rule could be found for " + request.getRequestURI() + ".", e);
        }
    }
}
