package dev.slipway.gitops.routes;

import dev.slipway.gitops.routes.rule.HeaderEdits;
import dev.slipway.gitops.routes.rule.Retries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request and its answer go through on their way.
 *
 * @param uri path and query as they are sent on; null when they stay
 * @param authority the Host as it is sent on; null when it stays
 * @param request changes to the request's headers, in order
 * @param response changes to the answer's headers, in order: the innermost hop's first
 * @param timeout for the whole of it; null for the gateway's own, zero for none
 * @param retries null for the gateway's own
 */
public record Passage(
        @Nullable String uri,
        @Nullable String authority,
        List<HeaderEdits> request,
        List<HeaderEdits> response,
        @Nullable Duration timeout,
        @Nullable Retries retries) {

    /** Nothing is changed. */
    public static final Passage PLAIN = new Passage(null, null, List.of(), List.of(), null, null);

    public Passage {
        request = List.copyOf(request);
        response = List.copyOf(response);
    }

    /**
     * With another hop behind it. The shorter timeout counts; of two hops' retries those of the inner one do, so that they
     * do not multiply.
     */
    Passage then(
            List<HeaderEdits> requestEdits,
            List<HeaderEdits> responseEdits,
            @Nullable Duration innerTimeout,
            @Nullable Retries innerRetries) {
        if (requestEdits.isEmpty() && responseEdits.isEmpty() && innerTimeout == null && innerRetries == null) {
            return this;
        }
        return new Passage(
                uri,
                authority,
                joined(request, requestEdits),
                joined(responseEdits, response),
                shorter(timeout, innerTimeout),
                innerRetries == null ? retries : innerRetries);
    }

    Passage to(@Nullable String newUri, @Nullable String newAuthority) {
        return newUri == null && newAuthority == null
                ? this
                : new Passage(newUri, newAuthority, request, response, timeout, retries);
    }

    private static List<HeaderEdits> joined(List<HeaderEdits> first, List<HeaderEdits> second) {
        List<HeaderEdits> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private static @Nullable Duration shorter(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isZero() || (!other.isZero() && other.compareTo(one) < 0) ? other : one;
    }
}
