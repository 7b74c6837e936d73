package dev.slipway.gitops.validation;

import dev.slipway.gitops.placement.Placement;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.rule.Severity;
import dev.slipway.gitops.validation.rule.Violation;
import org.jspecify.annotations.Nullable;

/**
 * An object that breaks a rule.
 *
 * @param placement which service and environment it belongs to
 * @param where file, line and column; until it was looked for, the file of its Application
 * @param ignored why the object's annotation takes it back; null when it counts
 */
public record ValidationFinding(
        Managed object,
        Placement placement,
        Violation violation,
        String where,
        @Nullable String ignored) {

    /** Of what counts; null is taken back. */
    public boolean counts(Severity severity) {
        return ignored == null && violation.severity() == severity;
    }

    /** The same finding at another commit: places and versions may have changed. */
    public String key() {
        return violation.rule() + " " + object.identity() + " " + violation.pointer() + " " + violation.what();
    }

    /** {@code spec.template.spec.containers[0].image}; empty for the object as a whole. */
    public String field() {
        StringBuilder field = new StringBuilder();
        String pointer = violation.pointer();
        for (String part :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            String name = part.replace("~1", "/").replace("~0", "~");
            if (name.matches("\\d+")) {
                field.append('[').append(name).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(name);
            }
        }
        return field.toString();
    }

    ValidationFinding at(String place) {
        return new ValidationFinding(object, placement, violation, place, ignored);
    }
}
