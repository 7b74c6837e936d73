package dev.slipway.desiredstate;

import dev.slipway.gitops.ApplicationId;
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
 * @param id what no other one has: several may have one name, each for an Argo CD of its own
 * @param file where it stands in the platform repository
 * @param service null for what belongs to the platform, for example a cluster's namespaces and routes
 * @param cluster null when its destination names no cluster of the definition
 * @param commit the source's commit; null when it cannot be resolved
 * @param release images and commit it runs; null before the first Release, and where no image is pinned by digest
 * @param releaseFiles the files of the platform repository in which the release stands, or would stand; the file of the Application
 *     unless its images are decided elsewhere
 * @param automated whether it syncs by itself; false before its first Release
 * @param objects what it renders to, in kustomize's order; empty when it does not render
 * @param fingerprint SHA-256 over the rendered objects: equal means renders identically
 * @param problems why it does not render or may not be applied (outside its project or namespace)
 * @param doubts what a person should look at; none keeps it from being applied
 */
public record DesiredApplication(
        ApplicationId id,
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
        List<String> releaseFiles,
        boolean automated,
        boolean prune,
        boolean selfHeal,
        boolean deleting,
        List<Resource> objects,
        String fingerprint,
        List<Problem> problems,
        List<Problem> doubts) {

    public DesiredApplication {
        releaseFiles = List.copyOf(releaseFiles);
        objects = List.copyOf(objects);
        problems = List.copyOf(problems);
        doubts = List.copyOf(doubts);
    }

    /** Its release stands in its own file, and there is nothing to look at. */
    public DesiredApplication(
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
        this(
                new ApplicationId(name, "", file),
                name,
                file,
                project,
                service,
                team,
                environment,
                cluster,
                namespace,
                repository,
                commit,
                path,
                release,
                List.of(file),
                automated,
                prune,
                selfHeal,
                deleting,
                objects,
                fingerprint,
                problems,
                List.of());
    }

    public Optional<Release> currentRelease() {
        return Optional.ofNullable(release);
    }

    /** The same with all of this to look at. */
    public DesiredApplication doubted(List<Problem> all) {
        return with(commit, release, releaseFiles, all);
    }

    /** The same of another commit that renders identically; null for a tree that is none. */
    public DesiredApplication at(@Nullable CommitId other) {
        Release moved =
                release == null || other == null ? null : new Release(release.repository(), other, release.images());
        return with(other, moved, releaseFiles, doubts);
    }

    /** The same with the Release that stands in these files. */
    public DesiredApplication running(@Nullable Release written, List<String> files) {
        return with(commit, written, files, doubts);
    }

    private DesiredApplication with(
            @Nullable CommitId other, @Nullable Release written, List<String> files, List<Problem> all) {
        return new DesiredApplication(
                id,
                name,
                file,
                project,
                service,
                team,
                environment,
                cluster,
                namespace,
                repository,
                other,
                path,
                written,
                files,
                automated,
                prune,
                selfHeal,
                deleting,
                objects,
                fingerprint,
                problems,
                all);
    }
}
