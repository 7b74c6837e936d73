package dev.slipway.gitops.impact.reading.lifecycle;

import dev.slipway.gitops.impact.meaning.ObjectMeaning.Removed;
import dev.slipway.gitops.impact.meaning.Severity;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.Losses;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is lost with an object of any kind. */
final class ObjectLosses {

    /** Groups of Kubernetes itself hold no dots, or end in this. */
    private static final String KUBERNETES = ".k8s.io";

    private static final Set<String> OWN_GROUPS = Set.of("", "apps", "batch", "autoscaling", "policy", "extensions");

    private final List<Losses> known;

    /** @param known those of single kinds; the first that knows one tells of it */
    ObjectLosses(List<Losses> known) {
        this.known = known;
    }

    Removed of(Manifest gone) {
        return known.stream()
                .flatMap(each -> each.of(gone).stream())
                .findFirst()
                .or(() -> dependents(gone))
                .orElseGet(() -> new Removed(gone.words(), null, Severity.NOTABLE));
    }

    /** What goes away with what holds it; what a custom resource stands for is known to its controller alone. */
    private static Optional<Removed> dependents(Manifest gone) {
        String group = gone.object().group();
        return switch (gone.object().kind()) {
            case "Namespace" -> Losses.breaking(gone, "everything in it is deleted");
            case "CustomResourceDefinition" -> Losses.breaking(gone, "all objects of this kind are deleted");
            default ->
                OWN_GROUPS.contains(group) || group.endsWith(KUBERNETES)
                        ? Optional.empty()
                        : Losses.risky(gone, "what it stands for may be deleted with it");
        };
    }
}
