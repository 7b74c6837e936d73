package dev.slipway.gitops.validation;

import dev.slipway.documents.spelling.Nearest;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an object's annotation {@code slipway.dev/ignore} takes back: {@code <rule>: <reason>}, several on lines of their own or
 * with a semicolon between them; {@code pod-security/*} means all of a group.
 */
final class Ignored {

    static final String ANNOTATION = "slipway.dev/ignore";

    private static final String AT = "/metadata/annotations/slipway.dev~1ignore";

    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private Ignored() {}

    static Ignored of(Resource object) {
        Ignored ignored = new Ignored();
        String text = object.text("metadata", "annotations", ANNOTATION).orElse("");
        for (String each : text.split("[;\n]", -1)) {
            if (!each.isBlank()) {
                ignored.take(each.strip());
            }
        }
        return ignored;
    }

    private void take(String entry) {
        int colon = entry.indexOf(':');
        String rule = (colon < 0 ? entry : entry.substring(0, colon)).strip();
        String reason = colon < 0 ? "" : entry.substring(colon + 1).strip();
        if (!isKnown(rule)) {
            String next = Nearest.of(rule, Rule.ids())
                    .map(near -> "Did you mean \"" + near + "\"?")
                    .orElse("");
            violations.add(Violation.warning(Rule.IGNORE, AT, "There is no rule \"" + rule + "\".", "", next));
        } else if (reason.isEmpty()) {
            violations.add(Violation.warning(
                    Rule.IGNORE, AT, "\"" + rule + "\" is ignored without a reason.", rule + ": why", "Say why."));
        } else {
            reasons.put(rule, reason);
        }
    }

    private static boolean isKnown(String rule) {
        return rule.endsWith("/*")
                ? Rule.ids().stream().anyMatch(each -> each.startsWith(rule.substring(0, rule.length() - 1)))
                : Rule.of(rule).isPresent();
    }

    /** What is wrong with the annotation itself. */
    List<Violation> violations() {
        return violations;
    }

    /** Why findings of this rule are taken back; empty when they are not. */
    Optional<String> reason(Rule rule) {
        String group = rule.id().substring(0, rule.id().indexOf('/') + 1) + "*";
        return Optional.ofNullable(reasons.getOrDefault(rule.id(), reasons.get(group)));
    }
}
