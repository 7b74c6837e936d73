package dev.slipway.desiredstate;

import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One Argo CD Application with what it renders to.
 *
 * @param file where it stands in the platform repository
 * @param service null for what belongs to the platform, for example a cluster's namespaces and routes
 * @param cluster null when its destination names no cluster of the definition
 * @param commit the source's commit; null when it cannot be resolved
 * @param release images and commit it runs; null before the first Release, and where no image is pinned by digest
 * @param automated whether it syncs by itself; false before its first Release
 * @param objects what it renders to, in kustomize's order; empty when it does not render
 * @param fingerprint SHA-256 over the rendered objects: equal means renders identically
 * @param problems why it does not render or may not be applied (outside its project or namespace)
 */
public record DesiredApplication(
        String name,
        String file,
        String project,
        @Nullable ServiceName service,
        @Nullable TeamName team,
        @Nullable EnvironmentName environment,
        @Nullable ClusterName cluster,
        String namespace,
        @Nullable RepositoryRef repository,
        @Nullable CommitId commit,
        String path,
        @Nullable Release release,
        boolean automated,
        boolean prune,
        boolean selfHeal,
        boolean deleting,
        List<Resource> objects,
        String fingerprint,
        List<Problem> problems) {

    public DesiredApplication {
        objects = List.copyOf(objects);
        problems = List.copyOf(problems);
    }

    public Optional<Release> currentRelease() {
        return Optional.ofNullable(release);
    }
}
