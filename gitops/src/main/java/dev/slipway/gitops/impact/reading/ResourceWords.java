package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.meaning.ContainerMeaning;
import dev.slipway.gitops.validation.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/** Requests and limits. */
final class ResourceWords {

    private ResourceWords() {}

    static ContainerMeaning.Resources of(String container, Difference difference) {
        String before = ContainerReader.text(difference.before());
        String after = ContainerReader.text(difference.after());
        String field = field(difference.path());
        return new ContainerMeaning.Resources(
                container,
                field,
                oneLine(before),
                oneLine(after),
                field.equals("memory limit") && isLess(after, before));
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

    private static @Nullable String oneLine(@Nullable String text) {
        return text == null ? null : text.replace("\n", ", ");
    }

    private static boolean isLess(@Nullable String one, @Nullable String other) {
        return Quantity.parse(one)
                .flatMap(small -> Quantity.parse(other).map(large -> small.compareTo(large) < 0))
                .orElse(false);
    }
}
