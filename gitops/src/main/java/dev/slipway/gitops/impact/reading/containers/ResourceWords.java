package dev.slipway.gitops.impact.reading.containers;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.meaning.ContainerMeaning;
import dev.slipway.gitops.validation.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/** Requests and limits. */
final class ResourceWords {

    private ResourceWords() {}

    static ContainerMeaning.Resources of(String container, Difference difference) {
        String field = field(difference.path());
        return new ContainerMeaning.Resources(
                container,
                field,
                difference.lineBefore(),
                difference.lineAfter(),
                field.equals("memory limit") && isLess(difference.textAfter(), difference.textBefore()));
    }

    /** {@code resources.limits.memory} is the memory limit. */
    private static String field(FieldPath path) {
        String kind = path.has("limits") ? "limit" : "request";
        return switch (path.last()) {
            case "limits" -> "limits";
            case "requests" -> "requests";
            case "resources" -> "resources";
            default -> path.last() + " " + kind;
        };
    }

    private static boolean isLess(@Nullable String one, @Nullable String other) {
        return Quantity.parse(one)
                .flatMap(small -> Quantity.parse(other).map(large -> small.compareTo(large) < 0))
                .orElse(false);
    }
}
