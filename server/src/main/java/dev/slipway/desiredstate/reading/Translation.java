package dev.slipway.desiredstate.reading;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.gitops.Application;
import dev.slipway.gitops.RenderedApplication;
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
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From Argo CD's words to the platform's: service, team, environment, cluster, Release. */
record Translation(PlatformDefinition definition) {

    private static final Pattern FILE = Pattern.compile("applications/([^/]+)/([^/]+)\\.ya?ml");

    DesiredApplication application(RenderedApplication rendered) {
        Application application = rendered.application();
        RepositoryRef repository =
                definition.git().resolve(application.source().repositoryUrl()).orElse(null);
        CommitId commit = named(rendered.commit(), CommitId::new);
        return new DesiredApplication(
                application.name(),
                application.file(),
                application.project(),
                named(label(application, "service", 1), ServiceName::new),
                named(label(application, "team", 0), TeamName::new),
                named(label(application, "environment", 2), EnvironmentName::new),
                cluster(application.cluster()),
                application.namespace(),
                repository,
                commit,
                application.source().path(),
                release(application, repository, commit),
                application.automated(),
                application.prune(),
                application.selfHeal(),
                application.object().at("metadata", "deletionTimestamp").isPresent(),
                rendered.objects(),
                rendered.fingerprint(),
                DesiredReader.problems(rendered.findings()));
    }

    /** The label, else the part of the path. */
    private static @Nullable String label(Application application, String name, int group) {
        String label = application.labels().get("slipway.dev/" + name);
        Matcher file = FILE.matcher(application.file());
        return label != null ? label : group > 0 && file.matches() ? file.group(group) : null;
    }

    private @Nullable ClusterName cluster(String destination) {
        return definition.clusters().stream()
                .filter(each -> destination.equals("in-cluster")
                        ? each.hub()
                        : each.name().value().equals(destination))
                .map(Cluster::name)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Release release(
            Application application, @Nullable RepositoryRef repository, @Nullable CommitId commit) {
        TreeMap<String, ImageDigest> images = new TreeMap<>();
        for (ImageOverride image : application.pinnedImages()) {
            ImageDigest digest = named(image.digest(), ImageDigest::new);
            if (digest != null) {
                images.put(Objects.requireNonNullElse(image.newName(), image.name()), digest);
            }
        }
        return images.isEmpty() || repository == null || commit == null
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
