package dev.slipway.helm;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.Place;
import dev.slipway.helm.chart.ValuesText;
import dev.slipway.helm.format.Json;
import dev.slipway.helm.format.JsonText;
import dev.slipway.helm.format.Values;
import dev.slipway.helm.values.SetExpression;
import dev.slipway.helm.values.Tables;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings the values together that come on top of a chart's own. */
final class SuppliedValues {
    private final FileTree tree;
    private final Set<String> read;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private SuppliedValues(FileTree tree, Set<String> read) {
        this.tree = tree;
        this.read = read;
    }

    static Map<String, @Nullable Object> of(
            FileTree tree, List<ValueSource> sources, Set<String> read, Problems problems) {
        SuppliedValues supplied = new SuppliedValues(tree, read);
        sources.forEach(source -> problems.collect(() -> supplied.add(source)));
        return supplied.values;
    }

    private void add(ValueSource source) {
        switch (source) {
            case ValueSource.File file -> file(file);
            case ValueSource.Text text -> Tables.overlay(values, ValuesText.read(text.where(), text.yaml()));
            case ValueSource.Inline inline -> Tables.overlay(values, floats(inline.values()));
            case ValueSource.Set set ->
                expression("--set", set.expression(), () -> SetExpression.set(set.expression(), values));
            case ValueSource.SetString set ->
                expression("--set-string", set.expression(), () -> SetExpression.setString(set.expression(), values));
            case ValueSource.SetJson set ->
                expression("--set-json", set.expression(), () -> SetExpression.setJson(set.expression(), values));
            case ValueSource.SetLiteral set ->
                expression("--set-literal", set.expression(), () -> SetExpression.setLiteral(set.expression(), values));
            case ValueSource.SetFile set ->
                expression("--set-file", set.path(), () -> SetExpression.setText(set.path(), set.content(), values));
        }
    }

    /** Numbers as JSON has them: what is written as YAML and what is given as values must come out equal. */
    private static Map<String, @Nullable Object> floats(Map<String, ? extends @Nullable Object> inline) {
        return Objects.requireNonNull(Values.map(JsonText.read(Json.raw(inline))));
    }

    private void file(ValueSource.File file) {
        String path;
        try {
            path = TreePath.normalise(file.path());
        } catch (TreeException e) {
            throw missing(file, String.valueOf(e.getMessage()));
        }
        read.add(path);
        if (tree.isFile(path)) {
            Tables.overlay(values, ValuesText.read(path, tree.text(path).orElse("")));
        } else if (!file.optional() || tree.entry(path).isPresent()) {
            throw missing(file, "There is no file \"" + path + "\" with values; links are not followed.");
        }
    }

    private static Refusal missing(ValueSource.File file, String what) {
        return new Refusal(
                new Place(file.path(), 1, 1), what, "a file of the tree.", "Correct the path, or add the file.");
    }

    private static void expression(String option, String expression, Runnable set) {
        try {
            set.run();
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    new Place(option + " " + expression, 1, 1),
                    "This cannot be set: " + e.getMessage() + ".",
                    "path=value, such as image.tag=1.2, ports[0]=80 or hosts={a,b}.",
                    "Correct it; \\ before a character takes its meaning.");
        }
    }
}
