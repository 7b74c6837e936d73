package dev.slipway.gitops.validation;

import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.rule.Violation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A finding for machines and pages.
 *
 * @param severity error, warning or unknown
 * @param where file, line and column
 * @param source of the rule
 * @param ignored why it is taken back; null when it counts
 */
public record FindingEntry(
        String rule,
        String severity,
        String cluster,
        String namespace,
        String kind,
        String name,
        String application,
        @Nullable String service,
        @Nullable String team,
        @Nullable String environment,
        String field,
        String where,
        String what,
        String expected,
        String next,
        String source,
        @Nullable String ignored) {

    public static FindingEntry of(ValidationFinding finding) {
        Managed object = finding.object();
        Violation violation = finding.violation();
        return new FindingEntry(
                violation.rule().id(),
                violation.severity().name().toLowerCase(Locale.ROOT),
                object.cluster(),
                object.namespace(),
                object.kind(),
                object.name(),
                object.application().application().name(),
                finding.placement().service(),
                finding.placement().team(),
                finding.placement().environment(),
                finding.field(),
                finding.where(),
                violation.what(),
                violation.expected(),
                violation.next(),
                violation.rule().source(),
                finding.ignored());
    }

    /** {@code Deployment red-dev/web}. */
    public String object() {
        return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }

    /** Where it stands in the object as well. */
    public String subject() {
        return field.isEmpty() ? object() : object() + ", " + field;
    }

    /** At another place. */
    public FindingEntry at(String place) {
        return new FindingEntry(
                rule,
                severity,
                cluster,
                namespace,
                kind,
                name,
                application,
                service,
                team,
                environment,
                field,
                place,
                what,
                expected,
                next,
                source,
                ignored);
    }
}
