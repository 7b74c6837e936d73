package dev.slipway.previews.sweep;

import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.git.GitContent;
import dev.slipway.kernel.CommitId;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.previews.Preview;
import dev.slipway.previews.manifests.PreviewsInGit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Proves that nothing is left of a preview: in Git, in what was read from Git, and in the clusters. */
@Component
class Departures {

    private final Platforms platforms;
    private final GitContent git;
    private final DesiredState desired;
    private final DeliveryEngine engine;

    Departures(Platforms platforms, GitContent git, DesiredState desired, DeliveryEngine engine) {
        this.platforms = platforms;
        this.git = git;
        this.desired = desired;
        this.engine = engine;
    }

    boolean isGone(Preview preview) {
        Optional<Desired> read = desired.current();
        return read.isPresent()
                && read.get().commit().equals(tip())
                && read.get().application(preview.application()).isEmpty()
                && engine.state(preview.application()).isEmpty()
                && !liesInGit(preview, read.get().commit());
    }

    private @org.jspecify.annotations.Nullable CommitId tip() {
        return git.resolve(platforms.current().repository(), "refs/heads/main").orElse(null);
    }

    private boolean liesInGit(Preview preview, CommitId tip) {
        PlatformDefinition definition = platforms.current();
        String file = "pr-" + preview.pullRequest().number() + ".yaml";
        String namespace = "/namespaces/" + preview.namespace();
        return PreviewsInGit.of(git.snapshot(definition.repository(), tip))
                .getOrDefault(preview.service().value(), java.util.Map.of())
                .entrySet()
                .stream()
                .anyMatch(tree ->
                        tree.getKey().endsWith(namespace) || tree.getValue().containsKey(file));
    }
}
