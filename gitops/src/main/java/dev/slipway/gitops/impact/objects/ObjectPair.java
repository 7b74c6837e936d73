package dev.slipway.gitops.impact.objects;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.Differences;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object before and after.
 *
 * @param before null for a new one
 * @param after null for one that is gone
 * @param differences the fields that differ; none for a new one and one that is gone
 */
public record ObjectPair(
        @Nullable Manifest before, @Nullable Manifest after, List<Difference> differences) {

    public ObjectPair {
        if (before == null && after == null) {
            throw new IllegalArgumentException("An object is there before or after.");
        }
        differences = List.copyOf(differences);
    }

    static ObjectPair of(@Nullable Manifest before, @Nullable Manifest after) {
        List<Difference> differences = before == null || after == null
                ? List.of()
                : Differences.between(before.object().content(), after.object().content());
        return new ObjectPair(before, after, differences);
    }

    /** As it is after, or as it was. */
    public Manifest any() {
        return Objects.requireNonNull(after == null ? before : after);
    }

    public boolean isChanged() {
        return before != null && after != null;
    }

    /** Whether its Application takes it to another namespace or cluster. */
    public boolean isMoved() {
        return before != null
                && after != null
                && (!before.namespace().equals(after.namespace())
                        || !before.application()
                                .cluster()
                                .equals(after.application().cluster()));
    }

    /** Whether it stands for stored data, which do not move with it. */
    public boolean holdsData() {
        return holdsData(any().object());
    }

    static boolean holdsData(Resource object) {
        return switch (object.kind()) {
            case "PersistentVolumeClaim" -> true;
            case "StatefulSet" -> !object.list("spec", "volumeClaimTemplates").isEmpty();
            default -> false;
        };
    }
}
