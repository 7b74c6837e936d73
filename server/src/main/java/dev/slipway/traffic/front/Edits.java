package dev.slipway.traffic.front;

import dev.slipway.gitops.routes.Passage;
import dev.slipway.gitops.routes.rule.HeaderEdits;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/** The headers of a request and of its answer, as its route changes them. */
record Edits(ForwardedHeaders headers, Passage passage, String requestId) {

    void ofRequest(HttpServerRequest request, MultiMap outbound) {
        headers.ofRequest(request, outbound, requestId);
        if (passage.authority() != null) {
            outbound.set("host", passage.authority());
        }
        for (HeaderEdits each : passage.request()) {
            apply(each, outbound);
        }
    }

    void ofAnswer(MultiMap answer) {
        for (HeaderEdits each : passage.response()) {
            apply(each, answer);
        }
    }

    private static void apply(HeaderEdits edits, MultiMap headers) {
        edits.remove().forEach(headers::remove);
        edits.set().forEach(headers::set);
        edits.add().forEach(headers::add);
    }
}
