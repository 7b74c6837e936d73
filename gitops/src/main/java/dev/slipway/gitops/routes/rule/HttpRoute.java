package dev.slipway.gitops.routes.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Istio's HTTPRoute, compiled.
 *
 * @param pointer to it, for example {@code /spec/http/0}
 * @param matches one of them has to hold
 * @param timeout null when none is named; zero for none at all
 * @param delegate {@code namespace/name} of the VirtualService that goes on; null when it leads to destinations
 * @param problems what is wrong with it
 */
public record HttpRoute(
        String pointer,
        List<Match> matches,
        List<Destination> destinations,
        Rewrite rewrite,
        HeaderEdits request,
        HeaderEdits response,
        @Nullable Duration timeout,
        @Nullable Retries retries,
        @Nullable String delegate,
        List<RuleProblem> problems) {

    private static final Set<String> KEYS = Set.of(
            "name",
            "match",
            "route",
            "delegate",
            "rewrite",
            "timeout",
            "retries",
            "headers",
            "corsPolicy",
            "mirror",
            "mirrors",
            "mirrorPercentage");
    private static final List<String> NOT_EXECUTED = List.of("corsPolicy", "mirror", "mirrors", "mirrorPercentage");

    public HttpRoute {
        matches = List.copyOf(matches);
        destinations = List.copyOf(destinations);
        problems = List.copyOf(problems);
    }

    /**
     * Empty when all its matches are for other gateways.
     *
     * @param gateway the names by which matches mean the gateway
     * @param namespace of the VirtualService
     */
    public static Optional<HttpRoute> of(
            @Nullable Object value, String pointer, String namespace, Set<String> gateway) {
        List<RuleProblem> problems = new ArrayList<>();
        Fields http = Fields.of(value, pointer, problems);
        http.only(KEYS);
        for (String key : NOT_EXECUTED) {
            if (http.has(key)) {
                http.ignored(key, "\"" + key + "\" is not executed by this gateway.", "a route without it");
            }
        }
        List<Match> matches = matches(http, gateway);
        if (matches.isEmpty()) {
            return Optional.empty();
        }
        Fields headers = http.map("headers");
        headers.only(Set.of("request", "response"));
        List<Destination> destinations =
                http.maps("route").stream().map(Destination::of).toList();
        String delegate = delegate(http, namespace);
        if (destinations.isEmpty() == (delegate == null)) {
            http.wrong("", "It leads nowhere, or to two places at once.", "either route or delegate");
        }
        return Optional.of(new HttpRoute(
                pointer,
                matches,
                destinations,
                http.has("rewrite") ? Rewrite.of(http.map("rewrite")) : Rewrite.NONE,
                HeaderEdits.of(headers.map("request"), true),
                HeaderEdits.of(headers.map("response"), false),
                http.duration("timeout"),
                http.has("retries") ? Retries.of(http.map("retries")) : null,
                delegate,
                problems));
    }

    private static List<Match> matches(Fields http, Set<String> gateway) {
        List<Fields> given = http.maps("match");
        return given.isEmpty()
                ? List.of(Match.all(http.pointer()))
                : given.stream()
                        .flatMap(each -> Match.of(each, gateway).stream())
                        .toList();
    }

    private static @Nullable String delegate(Fields http, String namespace) {
        Fields delegate = http.map("delegate");
        delegate.only(Set.of("name", "namespace"));
        String name = delegate.text("name");
        String other = delegate.text("namespace");
        return name == null ? null : (other == null ? namespace : other) + "/" + name;
    }

    /** The first problem that lets requests end here; null for none. */
    public @Nullable RuleProblem obstacle() {
        for (RuleProblem each : problems) {
            if (each.blocks()) {
                return each;
            }
        }
        return null;
    }

    /** Which of its matches holds; null for none. */
    public @Nullable Match matching(Request request) {
        for (Match each : matches) {
            if (each.holds(request)) {
                return each;
            }
        }
        return null;
    }

    /** Whether each of its matches asks for another authority, whatever else the request is. */
    public boolean isForOtherHosts(Request request) {
        return matches.stream().allMatch(match -> match.isForOtherHosts(request));
    }

    /** Its only destination, or one of several by weight; null when no destination has any. */
    public @Nullable Destination choose(IntUnaryOperator below) {
        if (destinations.size() == 1) {
            return destinations.getFirst();
        }
        int total = destinations.stream().mapToInt(Destination::weight).sum();
        int left = total == 0 ? 0 : below.applyAsInt(total);
        for (Destination each : destinations) {
            left -= each.weight();
            if (left < 0) {
                return each;
            }
        }
        return null;
    }

    /** What a request goes through on its way to this destination, first first: Envoy's order depends on their number. */
    public List<HeaderEdits> requestEdits(Destination destination) {
        return inOrder(request, destination.request());
    }

    /** What its answer goes through. */
    public List<HeaderEdits> responseEdits(Destination destination) {
        return inOrder(response, destination.response());
    }

    private List<HeaderEdits> inOrder(HeaderEdits own, HeaderEdits inner) {
        if (own.isEmpty()) {
            return inner.isEmpty() ? List.of() : List.of(inner);
        }
        return inner.isEmpty() ? List.of(own) : destinations.size() == 1 ? List.of(own, inner) : List.of(inner, own);
    }

    /** The request as this route passes it on to one of its destinations. */
    public Request pass(Request before, Match match, Destination destination) {
        Request passed = before.with(
                rewrite.authority() == null ? before.authority() : rewrite.authority(),
                rewrite.path(before.path(), match));
        for (HeaderEdits edits : requestEdits(destination)) {
            passed = passed.with(edits);
        }
        return passed;
    }

    /** As a delegate of this one: matches within its matches, and what it does not say itself. */
    public HttpRoute delegated(HttpRoute inner) {
        List<Match> both = matches.stream()
                .flatMap(outer -> inner.matches.stream().map(outer::and))
                .toList();
        boolean own = !inner.request.isEmpty() || !inner.response.isEmpty();
        return new HttpRoute(
                inner.pointer,
                both,
                inner.destinations,
                inner.rewrite.equals(Rewrite.NONE) ? rewrite : inner.rewrite,
                own ? inner.request : request,
                own ? inner.response : response,
                inner.timeout == null ? timeout : inner.timeout,
                inner.retries == null ? retries : inner.retries,
                null,
                inner.problems);
    }

    /** Why it does not match, match by match. */
    public List<Failure> failures(Request request) {
        return matches.stream()
                .flatMap(match -> match.conditions().stream()
                        .filter(condition -> !condition.holds(request))
                        .limit(1)
                        .map(condition -> new Failure(condition.pointer(), condition.failure(request))))
                .toList();
    }

    /** A condition that does not hold. */
    public record Failure(String pointer, String words) {}
}
