package dev.slipway.gitops;

import dev.slipway.gitops.manifest.Fields;
import dev.slipway.kustomize.Overrides;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an Application's {@code spec.source}, or an entry of its {@code spec.sources}, says.
 *
 * @param repositoryUrl of a Git repository, or of a Helm repository where there is a chart
 * @param directory whether it says {@code directory}, so that a kustomization in the path is not rendered
 * @param overrides of its {@code kustomize}
 * @param substitutes whether the common annotations name variables of the build
 * @param chart in a Helm repository; empty in Git
 * @param reference what value files of other sources call it; empty for none
 * @param helm what it says about Helm; null where it says nothing
 * @param unread why it is not rendered, in whole sentences; empty when it is
 */
public record ApplicationSource(
        String repositoryUrl,
        String revision,
        String path,
        boolean directory,
        boolean recurse,
        String include,
        String exclude,
        Overrides overrides,
        boolean substitutes,
        String chart,
        String reference,
        @Nullable HelmSource helm,
        List<String> unread) {

    public ApplicationSource {
        unread = List.copyOf(unread);
    }

    /** @throws IllegalArgumentException if an override is malformed */
    static ApplicationSource of(@Nullable Object written) {
        Fields source = Fields.of(written);
        Fields directory = source.map("directory");
        return new ApplicationSource(
                source.textOr("repoURL", "").intern(), // thousands name the same, and are compared in each pass
                revision(source.textOr("targetRevision", "")).intern(),
                normalised(source.textOr("path", "")),
                source.has("directory"),
                directory.flag("recurse"),
                directory.textOr("include", ""),
                directory.textOr("exclude", ""),
                KustomizeOverrides.of(source.map("kustomize")),
                source.map("kustomize").flag("commonAnnotationsEnvsubst"),
                source.textOr("chart", ""),
                source.textOr("ref", ""),
                source.has("helm") ? HelmSource.of(source.map("helm")) : null,
                KustomizeOverrides.words(source));
    }

    /** A directory of the tree that is read, which nothing names. */
    public static ApplicationSource of(String directory) {
        return of(Map.of("path", directory));
    }

    private static String revision(String written) {
        return written.isBlank() ? "HEAD" : written;
    }

    private static String normalised(String path) {
        String plain = path.replaceFirst("^(\\./)+", "").replaceFirst("/+$", "");
        return plain.equals(".") ? "" : plain;
    }

    /** Whether it is there for the value files of other sources alone. */
    public boolean isReference() {
        return !reference.isEmpty() && path.isEmpty() && chart.isEmpty();
    }

    /** Whether it comes to what its files and this say, and nothing else. */
    boolean isPlain() {
        return helm == null && chart.isEmpty() && !substitutes && unread.isEmpty();
    }

    /** With other Helm options. */
    public ApplicationSource with(HelmSource other) {
        return new ApplicationSource(
                repositoryUrl,
                revision,
                path,
                directory,
                recurse,
                include,
                exclude,
                overrides,
                substitutes,
                chart,
                reference,
                other,
                unread);
    }

    /** With its variables replaced and the value files of other sources found. */
    ApplicationSource resolved(Map<String, String> environment, @Nullable HelmSource resolvedHelm) {
        Overrides substituted = substitutes ? KustomizeOverrides.substituted(overrides, environment) : overrides;
        return new ApplicationSource(
                repositoryUrl,
                revision,
                path,
                directory,
                recurse,
                include,
                exclude,
                substituted,
                substitutes,
                chart,
                reference,
                resolvedHelm,
                unread);
    }
}
