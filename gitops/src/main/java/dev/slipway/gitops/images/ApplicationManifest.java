package dev.slipway.gitops.images;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.Application;
import dev.slipway.gitops.images.Decision.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The file that an Application stands in, or the ApplicationSet that makes it.
 *
 * @param documents of its repository
 * @param document number of its document; negative when a kustomization or a chart makes it
 * @param prefix of its pointers: an ApplicationSet has it below {@code /spec/template}
 */
record ApplicationManifest(Application application, Documents documents, int document, String prefix) {

    static ApplicationManifest of(Application application, Documents documents) {
        List<YamlValue> all = documents.of(application.file());
        for (int i = 0; i < all.size(); i++) {
            YamlMap map = all.get(i).asMap().orElse(null);
            String kind = map == null ? "" : map.text("kind").orElse("");
            String name = map == null
                    ? ""
                    : map.map("metadata").flatMap(each -> each.text("name")).orElse("");
            if (kind.equals("Application") && name.equals(application.name())) {
                return new ApplicationManifest(application, documents, i, "");
            }
            if (kind.equals("ApplicationSet") && application.origin().by().equals("ApplicationSet \"" + name + "\"")) {
                return new ApplicationManifest(application, documents, i, "/spec/template");
            }
        }
        return new ApplicationManifest(application, documents, -1, "");
    }

    @Nullable
    YamlValue root() {
        return document < 0 ? null : documents.of(application.file()).get(document);
    }

    /** Where its document begins, or what is at a pointer of the Application. */
    int line(String pointer) {
        YamlValue root = root();
        return root == null ? 1 : root.at(prefix + pointer).orElse(root).place().line();
    }

    Optional<YamlScalar> scalar(String pointer) {
        YamlValue root = root();
        return root == null ? Optional.empty() : root.at(prefix + pointer).flatMap(YamlValue::asScalar);
    }

    /** What is written here decides; where it names a parameter of the set, that does. */
    Optional<Decision> decision(Rule rule, String pointer, String value) {
        return decision(rule, pointer, "", value, 0);
    }

    /**
     * The same of YAML that stands there as a text.
     *
     * @param inner pointer in it
     * @param line in it, from 1
     */
    Optional<Decision> decision(Rule rule, String pointer, String inner, String value, int line) {
        return scalar(pointer)
                .flatMap(written -> prefix.isEmpty() || !written.text().contains("{{")
                        ? Optional.of(at(
                                rule,
                                prefix + pointer,
                                inner,
                                written.place().line() + line,
                                inner.isEmpty() ? written.text() : value))
                        : parameter(written.text(), value));
    }

    private Decision at(Rule rule, String pointer, String inner, int line, String written) {
        return new Decision(rule, documents.repository(), application.file(), line, document, pointer, inner, written);
    }

    private Optional<Decision> parameter(String template, String value) {
        return application.origin().parameters().entrySet().stream()
                .filter(each -> template.contains(each.getKey())
                        && !each.getValue().isEmpty()
                        && value.contains(each.getValue()))
                .flatMap(each -> parameterAt(each.getKey(), each.getValue()).stream())
                .findFirst();
    }

    /** In the file that the Git generator read, else in an element of a list. */
    private Optional<Decision> parameterAt(String name, String value) {
        var parameters = application.origin().parameters();
        String directory = parameters.getOrDefault("path", parameters.getOrDefault("path.path", ""));
        String filename = parameters.getOrDefault("path.filename", "");
        String file = directory.isEmpty() || directory.equals(".") ? filename : directory + "/" + filename;
        String pointer = "/" + name.replace('.', '/');
        Optional<Decision> inFile = documents.of(file).stream()
                .flatMap(each -> each.at(pointer).flatMap(YamlValue::asScalar).stream())
                .filter(each -> each.text().equals(value))
                .map(each -> new Decision(
                        Rule.SET_PARAMETER,
                        documents.repository(),
                        file,
                        each.place().line(),
                        0,
                        pointer,
                        "",
                        value))
                .findFirst();
        return inFile.isPresent() ? inFile : element(name, value);
    }

    private Optional<Decision> element(String name, String value) {
        YamlValue root = root();
        return root == null
                ? Optional.empty()
                : root.at("/spec/generators").flatMap(each -> element(each, "/spec/generators", name, value));
    }

    private Optional<Decision> element(YamlValue at, String pointer, String name, String value) {
        List<YamlMap.Entry> entries = at.asMap().map(YamlMap::entries).orElse(List.of());
        Optional<YamlScalar> here = at.asMap().flatMap(map -> map.get(name)).flatMap(YamlValue::asScalar);
        if (here.filter(each -> each.text().equals(value)).isPresent() && isMine(at)) {
            return Optional.of(at(
                    Rule.SET_PARAMETER,
                    pointer + "/" + name,
                    "",
                    here.get().place().line(),
                    here.get().text()));
        }
        List<YamlValue> items = at.asList().map(each -> each.items()).orElse(List.of());
        return entries.isEmpty()
                ? IntStream.range(0, items.size())
                        .boxed()
                        .flatMap(i -> element(items.get(i), pointer + "/" + i, name, value).stream())
                        .findFirst()
                : entries.stream()
                        .flatMap(
                                each -> element(
                                        each.value(),
                                        pointer + "/"
                                                + Containers.escaped(each.key().text()),
                                        name,
                                        value)
                                        .stream())
                        .findFirst();
    }

    /** All that the element says are parameters of this Application. */
    private boolean isMine(YamlValue element) {
        return element.asMap().stream()
                .flatMap(map -> map.entries().stream())
                .filter(each -> each.value() instanceof YamlScalar)
                .allMatch(each -> each.value()
                        .asText()
                        .equals(Optional.ofNullable(
                                application.origin().parameters().get(each.key().text()))));
    }
}
