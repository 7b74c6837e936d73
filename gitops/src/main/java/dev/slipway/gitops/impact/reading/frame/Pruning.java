package dev.slipway.gitops.impact.reading.frame;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.ApplicationId;
import dev.slipway.gitops.Identities;
import dev.slipway.gitops.impact.objects.Manifest;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whether what is gone from Git is deleted.
 *
 * @param applications those that are there after the change
 * @param leaves whether an Application is gone without what it made
 */
public record Pruning(
        Identities identities,
        Function<ApplicationId, Optional<Application>> applications,
        Predicate<Application> leaves) {

    /** Why it is not deleted: Argo CD's documentation, "No Prune Resources". */
    public Optional<String> stays(Manifest before) {
        String options = before.object().annotations().getOrDefault("argocd.argoproj.io/sync-options", "");
        if (options.contains("Prune=false")) {
            return Optional.of("it says Prune=false");
        }
        if (leaves.test(before.application())) {
            return Optional.of("Application \"" + identities.words(before.application()) + "\" carries no finalizer");
        }
        boolean prunes = applications
                .apply(identities.of(before.application()))
                .map(Application::prune)
                .orElse(true);
        return prunes
                ? Optional.empty()
                : Optional.of("Application \"" + identities.words(before.application()) + "\" does not prune");
    }
}
