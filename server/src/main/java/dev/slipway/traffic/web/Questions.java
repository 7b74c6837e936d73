package dev.slipway.traffic.web;

import dev.slipway.gitops.routes.explain.Explanation;
import dev.slipway.gitops.routes.explain.Inquiry;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import dev.slipway.traffic.gateway.ExplainedRoutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what somebody asks about a request. */
final class Questions {

    private static final int LONGEST_URL = 4_000;

    private Questions() {}

    static Explanation answer(ExplainedRoutes routes, String url, String method, List<String> headers) {
        return routes.explain(inquiry(url, method, headers))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, Problem.at("url", "There is no desired state yet, so no route.")));
    }

    private static Inquiry inquiry(String url, String method, List<String> headers) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> read = new TreeMap<>();
        headers.stream().filter(each -> !each.isBlank()).forEach(each -> {
            int colon = each.indexOf(':', 1);
            if (colon < 0) {
                problems.add(new Problem("header", "\"" + each + "\" is no header.", "name: value", null));
            } else {
                read.put(
                        each.substring(0, colon).strip(),
                        each.substring(colon + 1).strip());
            }
        });
        try {
            if (url.length() > LONGEST_URL) {
                throw new IllegalArgumentException("The URL is longer than " + LONGEST_URL + " characters.");
            }
            Inquiry inquiry = Inquiry.of(url, method, read);
            if (problems.isEmpty()) {
                return inquiry;
            }
        } catch (IllegalArgumentException e) {
            problems.add(new Problem("url", String.valueOf(e.getMessage()), "host and path, as in a browser", null));
        }
        throw new ProblemException(ProblemCode.INVALID, problems);
    }
}
