package dev.slipway.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Tries the handlers whose addresses begin as the request's does. Spring tries each handler there is as soon as an address has
 * variables, which would be the dearest part of many a request. Where not exactly one fits, Spring decides.
 */
final class IndexedHandlers extends RequestMappingHandlerMapping {

    /** Segments of an address that count as its beginning. */
    private static final int SEGMENTS = 3;

    private final Supplier<Map<List<String>, List<Candidate>>> byBeginning = SingletonSupplier.of(this::index);

    private record Candidate(RequestMappingInfo mapping, HandlerMethod handler) {}

    private Map<List<String>, List<Candidate>> index() {
        Map<List<String>, List<Candidate>> index = new HashMap<>();
        getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues().stream()
                        .map(IndexedHandlers::beginning)
                        .distinct()
                        .forEach(beginning -> index.computeIfAbsent(beginning, _ -> new ArrayList<>())
                                .add(new Candidate(mapping, handler))));
        return index;
    }

    /** The segments before the first that is not the same for all. */
    private static List<String> beginning(String pattern) {
        List<String> segments = new ArrayList<>();
        for (String segment : pattern.split("/")) {
            if (segment.chars().anyMatch(character -> "{*?".indexOf(character) >= 0) || segments.size() == SEGMENTS) {
                break;
            }
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return List.copyOf(segments);
    }

    private static List<String> beginning(HttpServletRequest request) {
        List<String> segments = new ArrayList<>(SEGMENTS);
        for (PathContainer.Element element : ServletRequestPathUtils.getParsedRequestPath(request)
                .pathWithinApplication()
                .elements()) {
            if (element instanceof PathSegment segment && segments.size() < SEGMENTS) {
                segments.add(segment.valueToMatch());
            }
        }
        return segments;
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        List<String> segments = beginning(request);
        @Nullable RequestMappingInfo found = null;
        @Nullable HandlerMethod handler = null;
        for (int length = 0; length <= segments.size(); length++) {
            for (Candidate candidate : byBeginning.get().getOrDefault(segments.subList(0, length), List.of())) {
                RequestMappingInfo fitting = getMatchingMapping(candidate.mapping(), request);
                if (fitting != null && found != null) {
                    return super.lookupHandlerMethod(lookupPath, request);
                }
                if (fitting != null) {
                    found = fitting;
                    handler = candidate.handler();
                }
            }
        }
        if (found == null || handler == null) {
            return super.lookupHandlerMethod(lookupPath, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, handler);
        handleMatch(found, lookupPath, request);
        return handler;
    }
}
