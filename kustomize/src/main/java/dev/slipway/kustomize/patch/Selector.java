package dev.slipway.kustomize.patch;

import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.problem.Refusal;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which objects a patch is for. Every part is a whole regular expression; an empty part matches everything. */
public record Selector(
        Place place,
        String group,
        String version,
        String kind,
        String name,
        String namespace,
        String labels,
        String annotations) {

    /** @throws Refusal if a part is not an expression or a selector */
    public Predicate<Item> predicate() {
        Predicate<String> groups = expression(group);
        Predicate<String> versions = expression(version);
        Predicate<String> kinds = expression(kind);
        Predicate<String> names = expression(name);
        Predicate<String> namespaces = expression(namespace);
        var label = parsed(labels, LabelSelector::parse);
        var annotation = parsed(annotations, LabelSelector::parse);
        return item -> {
            Gvk gvk = item.gvk();
            return groups.test(gvk.group())
                    && versions.test(gvk.version())
                    && kinds.test(gvk.kind())
                    && either(item.original().name(), item.name(), names)
                    && either(item.original().effectiveNamespace(), item.id().effectiveNamespace(), namespaces)
                    && label.test(item.metadataMap("labels"))
                    && annotation.test(item.metadataMap("annotations"));
        };
    }

    private static boolean either(String original, String now, Predicate<String> condition) {
        return condition.test(original) || condition.test(now);
    }

    private Predicate<String> expression(String text) {
        return text.isEmpty()
                ? _ -> true
                : parsed(
                        text,
                        expression ->
                                Pattern.compile("^(?:" + expression + ")$").asMatchPredicate());
    }

    private <T> T parsed(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (PatternSyntaxException e) {
            throw refusal(text, "a regular expression.");
        } catch (IllegalArgumentException e) {
            throw refusal(text, "a selector like app=web,tier!=db.");
        }
    }

    private Refusal refusal(String text, String expected) {
        return new Refusal(place, "\"" + text + "\" in this target cannot be read.", expected, "Correct the target.");
    }
}
