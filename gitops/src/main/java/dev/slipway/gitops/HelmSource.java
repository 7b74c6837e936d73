package dev.slipway.gitops;

import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.gitops.manifest.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an Application's {@code helm} says. Later layers win over earlier ones: value files in their order, values,
 * parameters.
 *
 * @param releaseName null for the Application's name
 * @param namespace null for the destination's
 * @param values YAML, null for none; Argo CD passes it over where there is a valuesObject
 * @param version of Helm, as written; empty for the usual one
 */
public record HelmSource(
        @Nullable String releaseName,
        @Nullable String namespace,
        List<ValueFile> valueFiles,
        boolean ignoreMissingValueFiles,
        @Nullable String values,
        Map<String, @Nullable Object> valuesObject,
        List<Parameter> parameters,
        List<FileParameter> fileParameters,
        boolean skipCustomResourceDefinitions,
        boolean skipTests,
        @Nullable String kubeVersion,
        List<String> apiVersions,
        String version) {

    public HelmSource {
        valueFiles = List.copyOf(valueFiles);
        valuesObject = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(valuesObject));
        parameters = List.copyOf(parameters);
        fileParameters = List.copyOf(fileParameters);
        apiVersions = List.copyOf(apiVersions);
    }

    /** Nothing is said: the chart's own values. */
    public static HelmSource none() {
        return new HelmSource(
                null, null, List.of(), false, null, Map.of(), List.of(), List.of(), false, false, null, List.of(), "");
    }

    /**
     * A file of values.
     *
     * @param written as the Application names it: from the chart's directory, from the root with a leading slash, or from
     *     another source with {@code $ref/}
     * @param content of a file of another source, once it has been found; null for a file of the same tree
     */
    public record ValueFile(String written, @Nullable String content) {

        /** The other source's {@code ref}; null for a file of the same tree. */
        public @Nullable String reference() {
            int slash = written.indexOf('/');
            return written.startsWith("$") && slash > 1 ? written.substring(1, slash) : null;
        }

        /** The path in the other source; empty where it leads out of it. */
        public Optional<String> below() {
            try {
                return Optional.of(TreePath.normalise(written.substring(written.indexOf('/') + 1)));
            } catch (TreeException _) {
                return Optional.empty();
            }
        }

        public boolean isRemote() {
            return written.contains("://");
        }
    }

    /** {@code --set}, or {@code --set-string} where text is forced. */
    public record Parameter(String name, String value, boolean forceString) {}

    /** {@code --set-file}. */
    public record FileParameter(String name, String path) {}

    public HelmSource withValueFiles(List<ValueFile> files) {
        return new HelmSource(
                releaseName,
                namespace,
                files,
                ignoreMissingValueFiles,
                values,
                valuesObject,
                parameters,
                fileParameters,
                skipCustomResourceDefinitions,
                skipTests,
                kubeVersion,
                apiVersions,
                version);
    }

    /** With the variables of the build in values of parameters and in paths. */
    HelmSource substituted(Map<String, String> environment) {
        UnaryOperator<String> known = text -> KustomizeOverrides.known(text, environment);
        return new HelmSource(
                releaseName,
                namespace,
                valueFiles.stream()
                        .map(each -> new ValueFile(known.apply(each.written()), each.content()))
                        .toList(),
                ignoreMissingValueFiles,
                values,
                valuesObject,
                parameters.stream()
                        .map(each -> new Parameter(each.name(), known.apply(each.value()), each.forceString()))
                        .toList(),
                fileParameters.stream()
                        .map(each -> new FileParameter(each.name(), known.apply(each.path())))
                        .toList(),
                skipCustomResourceDefinitions,
                skipTests,
                kubeVersion,
                apiVersions,
                version);
    }

    public HelmSource withParameters(List<Parameter> others) {
        return new HelmSource(
                releaseName,
                namespace,
                valueFiles,
                ignoreMissingValueFiles,
                values,
                valuesObject,
                others,
                fileParameters,
                skipCustomResourceDefinitions,
                skipTests,
                kubeVersion,
                apiVersions,
                version);
    }

    /** With the release's name and namespace, and its cluster's Kubernetes if that is known, where nothing is said of them. */
    HelmSource released(String name, String destination, @Nullable String kubernetes) {
        return new HelmSource(
                releaseName == null ? name : releaseName,
                namespace == null ? destination : namespace,
                valueFiles,
                ignoreMissingValueFiles,
                values,
                valuesObject,
                parameters,
                fileParameters,
                skipCustomResourceDefinitions,
                skipTests,
                kubeVersion == null ? kubernetes : kubeVersion,
                apiVersions,
                version);
    }

    static HelmSource of(Fields helm) {
        List<ValueFile> files = new ArrayList<>();
        helm.texts("valueFiles").forEach(each -> files.add(new ValueFile(each, null)));
        List<Parameter> parameters = new ArrayList<>();
        helm.maps("parameters")
                .forEach(each -> parameters.add(
                        new Parameter(each.textOr("name", ""), each.textOr("value", ""), each.flag("forceString"))));
        List<FileParameter> fileParameters = new ArrayList<>();
        helm.maps("fileParameters")
                .forEach(each ->
                        fileParameters.add(new FileParameter(each.textOr("name", ""), each.textOr("path", ""))));
        return new HelmSource(
                helm.text("releaseName"),
                helm.text("namespace"),
                files,
                helm.flag("ignoreMissingValueFiles"),
                helm.text("values"),
                helm.map("valuesObject").content(),
                parameters,
                fileParameters,
                helm.flag("skipCrds"),
                helm.flag("skipTests"),
                helm.text("kubeVersion"),
                helm.texts("apiVersions"),
                helm.textOr("version", ""));
    }
}
