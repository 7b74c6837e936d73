package dev.slipway.gitops.routes.rule;

import java.util.Set;

/**
 * A weighted destination.
 *
 * @param pointer where it stands
 * @param port 0 when none is named
 * @param subset empty for none
 * @param weight relative to the others'
 */
public record Destination(
        String pointer, String host, int port, String subset, int weight, HeaderEdits request, HeaderEdits response) {

    static Destination of(Fields route) {
        route.only(Set.of("destination", "weight", "headers"));
        Fields destination = route.map("destination");
        destination.only(Set.of("host", "port", "subset"));
        destination.map("port").only(Set.of("number"));
        String host = destination.text("host");
        if (host == null || host.isEmpty()) {
            route.wrong("", "It names no destination.", "destination.host");
        }
        int weight = route.number("weight", 0);
        if (weight < 0) {
            route.wrong("weight", "\"" + weight + "\" is no weight.", "0 or more");
        }
        String subset = destination.text("subset");
        Fields headers = route.map("headers");
        headers.only(Set.of("request", "response"));
        return new Destination(
                route.pointer(),
                host == null ? "" : host,
                destination.map("port").number("number", 0),
                subset == null ? "" : subset,
                weight,
                HeaderEdits.of(headers.map("request"), true),
                HeaderEdits.of(headers.map("response"), false));
    }
}
