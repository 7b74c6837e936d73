package dev.slipway.gitops.images;

import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.Application;
import dev.slipway.gitops.ApplicationSource;
import dev.slipway.gitops.Charts;
import dev.slipway.gitops.CreatedNames;
import dev.slipway.gitops.HelmSource;
import dev.slipway.gitops.HelmSource.Parameter;
import dev.slipway.gitops.HelmSource.ValueFile;
import dev.slipway.gitops.RenderedApplication.Part;
import dev.slipway.gitops.images.Decision.Rule;
import dev.slipway.helm.Helm;
import dev.slipway.helm.HelmException;
import dev.slipway.helm.UnpackedCharts;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the value that decides an image of a chart: those that stand on top first, and each only if another value in its
 * place makes another image, which is tried.
 */
final class HelmImages {

    private static final String PROBE = "slipway-probe";

    private final Application application;
    private final Part part;
    private final ApplicationSource source;
    private final HelmSource helm;
    private final FileTree tree;
    private final Documents chart;
    private final List<String> local;
    private final ApplicationManifest manifest;
    private final Function<String, @Nullable Documents> byReference;

    /** @param byReference the files of another source, by its {@code ref} */
    HelmImages(
            Application application,
            Part part,
            Documents files,
            ApplicationManifest manifest,
            Function<String, @Nullable Documents> byReference) {
        this.application = application;
        this.part = part;
        this.source = part.source();
        this.helm = Objects.requireNonNullElseGet(source.helm(), HelmSource::none);
        this.tree = files.tree();
        this.chart = new Documents(new UnpackedCharts(tree), files.repository());
        this.local = Helm.localCharts(tree, source.path());
        this.manifest = manifest;
        this.byReference = byReference;
    }

    Optional<Decision> decide(Question question) {
        Set<String> tried = new HashSet<>();
        for (Layer layer : layers()) {
            for (Values.Value value : layer.values()) {
                boolean highest = tried.add(value.path());
                if (highest && question.image().isToldBy(value.text()) && decides(value.path(), question)) {
                    return Optional.ofNullable(layer.decision().apply(value));
                }
            }
        }
        return chartVersion(question).or(() -> inTemplate(question));
    }

    private boolean decides(String path, Question question) {
        List<Parameter> parameters = new ArrayList<>(helm.parameters());
        parameters.add(new Parameter(path, PROBE, true));
        try {
            ApplicationSource probed = source.with(helm.withParameters(parameters));
            return new CreatedNames()
                    .named(Charts.render(tree, probed).objects()).stream()
                            .filter(each -> each.kind().equals(question.kind())
                                    && each.name().equals(question.name()))
                            .anyMatch(each -> isProbed(each, question.container()));
        } catch (HelmException _) {
            return false;
        }
    }

    private static boolean isProbed(Resource object, String container) {
        return Containers.of(object).stream()
                .anyMatch(each ->
                        each.container().equals(container) && each.image().contains(PROBE));
    }

    /** What stands on top of what, the top first. */
    private record Layer(List<Values.Value> values, Function<Values.Value, @Nullable Decision> decision) {}

    private List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        String pointer = application.pointer(part.number()) + "/helm";
        for (int i = helm.parameters().size() - 1; i >= 0; i--) {
            Parameter parameter = helm.parameters().get(i);
            String at = pointer + "/parameters/" + i + "/value";
            layers.add(new Layer(
                    List.of(new Values.Value(parameter.name(), "", parameter.value(), 0)),
                    value -> manifest.decision(Rule.HELM_PARAMETER, at, value.text())
                            .orElse(null)));
        }
        inline(pointer, layers);
        helm.valueFiles().reversed().forEach(file -> valueFile(file, layers));
        inChart(source.path(), "", layers);
        return layers;
    }

    private void inline(String pointer, List<Layer> layers) {
        if (!helm.valuesObject().isEmpty()) {
            layers.add(new Layer(
                    Values.of(helm.valuesObject()),
                    value -> manifest.decision(
                                    Rule.HELM_VALUES, pointer + "/valuesObject" + value.pointer(), value.text())
                            .orElse(null)));
        } else if (helm.values() != null) {
            layers.add(new Layer(
                    parsed(helm.values()),
                    value -> manifest.decision(
                                    Rule.HELM_VALUES, pointer + "/values", value.pointer(), value.text(), value.line())
                            .orElse(null)));
        }
    }

    private static List<Values.Value> parsed(String values) {
        try {
            return YamlReader.core().document("values", values).map(Values::of).orElse(List.of());
        } catch (YamlException _) {
            return List.of();
        }
    }

    private void valueFile(ValueFile file, List<Layer> layers) {
        String reference = file.reference();
        Documents files = reference == null ? chart : byReference.apply(reference);
        if (files != null && !file.isRemote()) {
            (reference == null ? Optional.of(Charts.path(source, file.written())) : file.below())
                    .ifPresent(path -> layers.add(file(files, path, "")));
        }
    }

    /** The chart's own values, and those of the charts inside it below the names that it gives them. */
    private void inChart(String directory, String prefix, List<Layer> layers) {
        layers.add(file(chart, below(directory) + "values.yaml", prefix));
        inside(directory)
                .forEach(each -> names(directory, each).forEach(name -> inChart(each, prefix + name + ".", layers)));
    }

    private static String below(String directory) {
        return directory.isEmpty() ? "" : directory + "/";
    }

    /** Those in its folder charts/, and those that the outermost one takes from elsewhere. */
    private Stream<String> inside(String directory) {
        Stream<String> held = chart.tree().list(below(directory) + "charts").stream()
                .filter(TreeEntry::isDirectory)
                .map(TreeEntry::path);
        return directory.equals(source.path()) ? Stream.concat(local.stream(), held) : held;
    }

    /** A chart may stand under several aliases. */
    private Set<String> names(String directory, String inside) {
        String name = chart.of(inside + "/Chart.yaml").stream()
                .flatMap(each -> text(each, "/name"))
                .findFirst()
                .orElse(inside.substring(inside.lastIndexOf('/') + 1));
        Set<String> aliases = chart.of(below(directory) + "Chart.yaml").stream()
                .flatMap(each -> each.at("/dependencies").flatMap(YamlValue::asList).stream())
                .flatMap(list -> list.items().stream())
                .filter(each -> text(each, "/name").anyMatch(name::equals))
                .map(each -> text(each, "/alias").findFirst().orElse(name))
                .collect(Collectors.toSet());
        return aliases.isEmpty() ? Set.of(name) : aliases;
    }

    private static Stream<String> text(YamlValue value, String pointer) {
        return value.at(pointer).flatMap(YamlValue::asText).stream();
    }

    private static Layer file(Documents files, String path, String prefix) {
        List<Values.Value> values =
                files.of(path).stream().findFirst().map(Values::of).orElse(List.of());
        return new Layer(
                values.stream()
                        .map(each -> new Values.Value(prefix + each.path(), each.pointer(), each.text(), each.line()))
                        .toList(),
                value -> new Decision(
                        Rule.VALUE_FILE, files.repository(), path, value.line(), 0, value.pointer(), "", value.text()));
    }

    /** Of the chart itself, or of the only one inside it that has this version. */
    private Optional<Decision> chartVersion(Question question) {
        return version(source.path(), question)
                .or(() -> only(
                        charts(source.path()).skip(1).flatMap(directory -> version(directory, question).stream())));
    }

    private static Optional<Decision> only(Stream<Decision> found) {
        List<Decision> some = found.limit(2).toList();
        return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
    }

    /** The chart's directory, then those of the charts inside it, at any depth. */
    private Stream<String> charts(String directory) {
        return Stream.concat(Stream.of(directory), inside(directory).flatMap(this::charts));
    }

    private Optional<Decision> version(String directory, Question question) {
        String file = below(directory) + "Chart.yaml";
        return chart.of(file).stream()
                .flatMap(each -> each.at("/appVersion").flatMap(YamlValue::asScalar).stream())
                .filter(each -> each.text().equals(question.image().tag()))
                .findFirst()
                .map(each -> version(file, each));
    }

    /** The only line of the charts' templates that names the whole image. */
    private Optional<Decision> inTemplate(Question question) {
        return only(charts(source.path())
                .flatMap(directory -> chart.tree().walk(below(directory) + "templates").stream())
                .filter(each -> each.mode() != FileMode.SYMBOLIC_LINK)
                .flatMap(each -> lines(each.path(), question.image().toString())));
    }

    private Stream<Decision> lines(String file, String image) {
        Pattern named = Pattern.compile("image:\\s*[\"']?" + Pattern.quote(image) + "[\"']?\\s*(#.*)?");
        List<String> lines = chart.tree().text(file).orElse("").lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> named.matcher(lines.get(i).strip()).matches())
                .mapToObj(i -> new Decision(Rule.CHART_TEMPLATE, chart.repository(), file, i + 1, 0, "", "", image));
    }

    private Decision version(String file, YamlScalar version) {
        return new Decision(
                Rule.CHART_VERSION,
                chart.repository(),
                file,
                version.place().line(),
                0,
                "/appVersion",
                "",
                version.text());
    }
}
