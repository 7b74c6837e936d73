package dev.slipway.desiredstate.reading;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.Landscapes;
import dev.slipway.gitops.Application;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.placement.Placement;
import dev.slipway.gitops.placement.Placements;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.kustomize.ImageOverride;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.PlatformDefinition;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From Argo CD's words to the platform's: service, team, environment, cluster, Release. */
record Translation(PlatformDefinition definition, Placements placements) {

    Translation(PlatformDefinition definition) {
        this(definition, new Placements(Landscapes.of(definition)));
    }

    DesiredApplication application(RenderedApplication rendered, CommitId commit) {
        Application application = rendered.application();
        Placement placement = placements.of(application);
        RepositoryRef repository =
                definition.git().resolve(application.source().repositoryUrl()).orElse(null);
        return new DesiredApplication(
                application.id(),
                application.name(),
                application.file(),
                application.project(),
                named(placement.service(), ServiceName::new),
                named(placement.team(), TeamName::new),
                named(placement.environment(), EnvironmentName::new),
                cluster(application.cluster()),
                application.namespace(),
                repository,
                commit,
                application.source().path(),
                release(application, repository, commit),
                List.of(application.file()),
                application.automated(),
                application.prune(),
                application.selfHeal(),
                application.object().at("metadata", "deletionTimestamp").isPresent(),
                rendered.objects(),
                rendered.fingerprint(),
                DesiredReader.problems(rendered.findings()),
                DesiredReader.problems(rendered.doubts()));
    }

    private @Nullable ClusterName cluster(String destination) {
        return definition.clusters().stream()
                .filter(each -> destination.equals("in-cluster")
                        ? each.hub()
                        : each.name().value().equals(destination) || destination.equals(each.server()))
                .map(Cluster::name)
                .findFirst()
                .orElse(null);
    }

    /** A kustomization of the platform repository itself has another commit each time. */
    private @Nullable Release release(Application application, @Nullable RepositoryRef repository, CommitId commit) {
        TreeMap<String, ImageDigest> images = new TreeMap<>();
        for (ImageOverride image : application.pinnedImages()) {
            ImageDigest digest = named(image.digest(), ImageDigest::new);
            if (digest != null) {
                images.put(Objects.requireNonNullElse(image.newName(), image.name()), digest);
            }
        }
        return images.isEmpty() || repository == null || repository.equals(definition.repository())
                ? null
                : new Release(repository, commit, images);
    }

    /** A name that breaks the rules of names is none. */
    private static <T> @Nullable T named(@Nullable String text, Function<String, T> type) {
        if (text == null) {
            return null;
        }
        try {
            return type.apply(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
