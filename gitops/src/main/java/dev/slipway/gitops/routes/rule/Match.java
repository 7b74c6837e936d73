package dev.slipway.gitops.routes.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An HTTPMatchRequest: all of its conditions have to hold.
 *
 * @param prefix of the path, which a rewrite replaces; null when the whole path was matched
 */
public record Match(String pointer, List<Condition> conditions, Prefix prefix) {

    private static final Set<String> KEYS = Set.of(
            "name",
            "statPrefix",
            "uri",
            "ignoreUriCase",
            "method",
            "authority",
            "headers",
            "withoutHeaders",
            "queryParams",
            "gateways");

    /** What of the path a rewrite replaces. */
    sealed interface Prefix {
        /** This many characters. */
        record Length(int characters) implements Prefix {}

        record Whole() implements Prefix {}
    }

    public Match {
        conditions = List.copyOf(conditions);
    }

    /** Of a route without match: Envoy's prefix is then a slash. */
    static Match all(String pointer) {
        return new Match(pointer, List.of(), new Prefix.Length(1));
    }

    /** Empty when it is for other gateways only. */
    static Optional<Match> of(Fields match, Set<String> gateway) {
        match.only(KEYS);
        if (match.has("gateways") && match.texts("gateways").stream().noneMatch(gateway::contains)) {
            return Optional.empty();
        }
        List<Condition> conditions = new ArrayList<>();
        Prefix prefix = new Prefix.Length(1);
        if (match.has("uri")) {
            TextMatch uri = TextMatch.of(match.map("uri"), match.isTrue("ignoreUriCase"));
            conditions.add(new Condition(match.pointer("uri"), Subject.PATH, uri, false));
            prefix = uri.prefix().isEmpty()
                    ? new Prefix.Whole()
                    : new Prefix.Length(uri.prefix().length());
        }
        single(match, "method", Subject.METHOD, conditions);
        single(match, "authority", Subject.AUTHORITY, conditions);
        headers(match, conditions);
        Fields parameters = match.map("queryParams");
        for (String name : parameters.keys()) {
            conditions.add(named(parameters, name, Subject.parameter(name), false));
        }
        return Optional.of(new Match(match.pointer(), conditions, prefix));
    }

    private static void single(Fields match, String key, Subject subject, List<Condition> conditions) {
        if (match.has(key)) {
            conditions.add(new Condition(match.pointer(key), subject, TextMatch.of(match.map(key), false), false));
        }
    }

    private static void headers(Fields match, List<Condition> conditions) {
        for (String key : List.of("headers", "withoutHeaders")) {
            Fields headers = match.map(key);
            for (String name : headers.keys()) {
                if (Set.of("uri", "scheme", "method", "authority").contains(name)) {
                    headers.wrong(name, "Istio ignores \"" + name + "\" among headers.", "match." + name);
                }
                conditions.add(named(headers, name, Subject.header(name), key.equals("withoutHeaders")));
            }
        }
    }

    private static Condition named(Fields fields, String name, Subject subject, boolean without) {
        TextMatch text =
                fields.map(name).keys().isEmpty() ? TextMatch.present() : TextMatch.of(fields.map(name), false);
        return new Condition(fields.pointer(name), subject, text, without);
    }

    boolean holds(Request request) {
        for (Condition each : conditions) {
            if (!each.holds(request)) {
                return false;
            }
        }
        return true;
    }

    boolean isForOtherHosts(Request request) {
        return conditions.stream().anyMatch(each -> each.subject().equals(Subject.AUTHORITY) && !each.holds(request));
    }

    /** Both: a delegate's match within its root's. */
    Match and(Match inner) {
        List<Condition> both = new ArrayList<>(conditions);
        both.addAll(inner.conditions);
        boolean matchesPath =
                inner.conditions.stream().anyMatch(each -> each.subject().equals(Subject.PATH));
        return new Match(inner.pointer, both, matchesPath ? inner.prefix : prefix);
    }
}
