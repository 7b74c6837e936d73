package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.gitops.HelmSource.FileParameter;
import dev.slipway.gitops.HelmSource.Parameter;
import dev.slipway.gitops.HelmSource.ValueFile;
import dev.slipway.helm.Capabilities;
import dev.slipway.helm.Helm;
import dev.slipway.helm.HelmHook;
import dev.slipway.helm.HelmObject;
import dev.slipway.helm.HelmRendering;
import dev.slipway.helm.ReleaseOptions;
import dev.slipway.helm.ValueSource;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Renders charts as Argo CD does: hooks and custom resource definitions are part of what it applies. */
public final class Charts {

    private Charts() {}

    /** Whether a source is a chart: it says so, or its directory is one and it says nothing else. */
    static boolean isOne(FileTree tree, ApplicationSource source) {
        return source.helm() != null
                || !source.chart().isEmpty()
                || (!source.directory() && source.overrides().isEmpty() && Helm.isChart(tree, source.path()));
    }

    /**
     * Everything that a chart comes to.
     *
     * @throws dev.slipway.helm.HelmException with every problem that was found, if it cannot be rendered
     */
    public static Chart render(FileTree tree, ApplicationSource source) {
        HelmSource helm = Objects.requireNonNullElseGet(source.helm(), HelmSource::none);
        HelmRendering rendering = Helm.render(tree, source.path(), options(tree, source, helm));
        List<HelmObject> written = new ArrayList<>();
        if (!helm.skipCustomResourceDefinitions()) {
            written.addAll(rendering.crds());
        }
        written.addAll(rendering.objects());
        rendering.hooks().stream()
                .filter(hook -> !(helm.skipTests() && hook.isTest()))
                .map(HelmHook::object)
                .forEach(written::add);
        return new Chart(written, rendering);
    }

    /** @param written all that is applied */
    public record Chart(List<HelmObject> written, HelmRendering rendering) {

        public Chart {
            written = List.copyOf(written);
        }

        public List<Resource> objects() {
            return written.stream().map(HelmObject::resource).toList();
        }
    }

    private static ReleaseOptions options(FileTree tree, ApplicationSource source, HelmSource helm) {
        List<ValueSource> values = new ArrayList<>();
        helm.valueFiles().forEach(file -> values.add(file(source, file, helm.ignoreMissingValueFiles())));
        if (!helm.valuesObject().isEmpty()) {
            values.add(new ValueSource.Inline(helm.valuesObject()));
        } else if (helm.values() != null && !helm.values().isBlank()) {
            values.add(new ValueSource.Text("helm.values", helm.values()));
        }
        helm.fileParameters().stream().flatMap(each -> file(tree, source, each)).forEach(values::add);
        helm.parameters().forEach(each -> values.add(parameter(each)));
        Capabilities usual = Capabilities.usual();
        return ReleaseOptions.of(
                        Objects.requireNonNullElse(helm.releaseName(), "release"),
                        Objects.requireNonNullElse(helm.namespace(), "default"))
                .withValues(values)
                .withCapabilities(new Capabilities(
                        Objects.requireNonNullElse(helm.kubeVersion(), usual.kubeVersion()), helm.apiVersions()));
    }

    private static ValueSource file(ApplicationSource source, ValueFile file, boolean mayBeMissing) {
        return file.content() == null
                ? new ValueSource.File(path(source, file.written()), mayBeMissing)
                : new ValueSource.Text(file.written(), file.content());
    }

    /** The path of a file of values: from the chart's directory, or from the root. */
    public static String path(ApplicationSource source, String written) {
        return written.startsWith("/")
                ? TreePath.normalise(written.substring(1))
                : TreePath.resolve(source.path(), written);
    }

    private static Stream<ValueSource> file(FileTree tree, ApplicationSource source, FileParameter parameter) {
        return tree.text(path(source, parameter.path())).stream()
                .map(content -> new ValueSource.SetFile(parameter.name(), content));
    }

    /** A comma would begin another parameter, unless it stands in a list. */
    private static ValueSource parameter(Parameter parameter) {
        String value = parameter.value();
        String plain = value.startsWith("{") && value.endsWith("}") ? value : value.replaceAll("(?<!\\\\),", "\\\\,");
        String expression = parameter.name() + "=" + plain;
        return parameter.forceString() ? new ValueSource.SetString(expression) : new ValueSource.Set(expression);
    }
}
