package dev.slipway.gitops.images;

import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.Application;
import dev.slipway.gitops.images.Decision.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file that an Application stands in, or the ApplicationSet that makes it.
 *
 * @param documents of its repository
 * @param document number of its document; negative when a kustomization or a chart makes it
 * @param prefix of its pointers: an ApplicationSet has it below {@code /spec/template}
 */
record ApplicationManifest(Application application, Documents documents, int document, String prefix) {

    /** Possessive, as Java recurses over every other repeated group. */
    private static final Pattern INDEX =
            Pattern.compile("\\bindex\\s+(\\$?\\.[\\w.]+)((?:\\s++(?:\"[^\"]*+\"|\\d++))++)");

    private static final String FILENAME = "path.filename";

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
        String dotted = dotted(template);
        return parameters().entrySet().stream()
                .filter(each ->
                        names(dotted, each.getKey()) && !each.getValue().isEmpty() && value.contains(each.getValue()))
                .flatMap(each -> parameterAt(each.getKey(), each.getValue()).stream())
                .findFirst();
    }

    /** {@code index .values "image-tag"} as {@code .values.image-tag}. */
    private static String dotted(String template) {
        return INDEX.matcher(template)
                .replaceAll(each -> Matcher.quoteReplacement(
                        each.group(1) + each.group(2).replaceAll("\\s+\"?([^\"\\s]+)\"?", ".$1")));
    }

    /** Whole, and not as a part of another name. */
    private static boolean names(String template, String parameter) {
        return Pattern.compile("(?<![\\w-])(?<![\\w-]\\.)" + Pattern.quote(parameter) + "(?![\\w-]|\\.\\w)")
                .matcher(template)
                .find();
    }

    /** In the file that the Git generator read, else in an element of a list. */
    private Optional<Decision> parameterAt(String name, String value) {
        return readFiles()
                .flatMap(file -> inFile(file, name, value).stream())
                .findFirst()
                .or(() -> element(name, value));
    }

    /** Those of Git generators, each perhaps under a prefix of its own. */
    private Stream<String> readFiles() {
        Map<String, String> parameters = parameters();
        return parameters.keySet().stream()
                .filter(each -> each.equals(FILENAME) || each.endsWith("." + FILENAME))
                .map(each -> {
                    String path = each.substring(0, each.length() - ".filename".length());
                    String directory = parameters.getOrDefault(path, parameters.getOrDefault(path + ".path", ""));
                    String filename = parameters.getOrDefault(each, "");
                    return directory.isEmpty() || directory.equals(".") ? filename : directory + "/" + filename;
                });
    }

    /** A file holds one set of parameters, or a list of them. */
    private Optional<Decision> inFile(String file, String name, String value) {
        return documents.of(file).stream()
                .limit(1)
                .flatMap(ApplicationManifest::sets)
                .flatMap(set -> SetParameter.in(set.getValue(), set.getKey(), name, value, parameters()).stream())
                .map(each -> each.decision(documents.repository(), file, 0))
                .findFirst();
    }

    private static Stream<Map.Entry<String, YamlValue>> sets(YamlValue document) {
        List<YamlValue> items = document.asList().map(YamlList::items).orElse(null);
        return items == null
                ? Stream.of(Map.entry("", document))
                : IntStream.range(0, items.size()).mapToObj(i -> Map.entry("/" + i, items.get(i)));
    }

    private Map<String, String> parameters() {
        return application.origin().parameters();
    }

    private Optional<Decision> element(String name, String value) {
        YamlValue root = root();
        return root == null
                ? Optional.empty()
                : root.at("/spec/generators").stream()
                        .flatMap(each -> SetParameter.below(each, "/spec/generators", name, value, parameters()))
                        .map(each -> each.decision(documents.repository(), application.file(), document))
                        .findFirst();
    }
}
