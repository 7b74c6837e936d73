package dev.slipway.gitops.validation.inventory;

import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What labels have to be.
 *
 * @param labels that all have to be there
 * @param expressions {@code key}, {@code operator}, {@code values}
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors">label selectors</a>
 */
public record Selector(Map<String, @Nullable Object> labels, List<?> expressions) {

    /** Of {@code matchLabels} and {@code matchExpressions}. */
    public static Selector of(@Nullable Object selector) {
        Map<String, @Nullable Object> labels = Values.map(selector, "matchLabels");
        List<?> expressions = Values.list(selector, "matchExpressions");
        return new Selector(labels == null ? Map.of() : labels, expressions == null ? List.of() : expressions);
    }

    /** Of labels alone, as a Service has them. */
    public static Selector ofLabels(Map<String, @Nullable Object> labels) {
        return new Selector(labels, List.of());
    }

    /** Whether it takes everything. */
    public boolean isEmpty() {
        return labels.isEmpty() && expressions.isEmpty();
    }

    public boolean matches(Map<String, ?> given) {
        return labels.entrySet().stream()
                        .allMatch(each -> given.get(each.getKey()) != null
                                && text(given.get(each.getKey())).equals(text(each.getValue())))
                && expressions.stream().allMatch(each -> holds(each, given));
    }

    /**
     * What is left to look for in a template's labels where others are given by a controller.
     *
     * @param given whether a label of this key and value is
     */
    public Selector beyond(BiPredicate<String, String> given) {
        Map<String, @Nullable Object> left = new LinkedHashMap<>(labels);
        left.entrySet().removeIf(each -> given.test(each.getKey(), text(each.getValue())));
        return new Selector(
                left, expressions.stream().filter(each -> !isGiven(each, given)).toList());
    }

    private static boolean isGiven(@Nullable Object expression, BiPredicate<String, String> given) {
        List<?> values = Values.list(expression, "values");
        return "In".equals(Values.text(expression, "operator"))
                && values != null
                && values.stream().anyMatch(each -> given.test(text(Values.at(expression, "key")), text(each)));
    }

    private static boolean holds(@Nullable Object expression, Map<String, ?> given) {
        String key = text(Values.at(expression, "key"));
        List<?> listed = Values.list(expression, "values");
        List<String> values =
                listed == null ? List.of() : listed.stream().map(Selector::text).toList();
        Object value = given.get(key);
        return switch (text(Values.at(expression, "operator"))) {
            case "In" -> value != null && values.contains(text(value));
            case "NotIn" -> value == null || !values.contains(text(value));
            case "Exists" -> given.containsKey(key);
            case "DoesNotExist" -> !given.containsKey(key);
            default -> false;
        };
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    /** For people. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        labels.forEach((key, value) -> words.add(key + "=" + value));
        expressions.forEach(each -> words.add(text(Values.at(each, "key")) + " " + text(Values.at(each, "operator"))
                + (Values.list(each, "values") == null ? "" : " " + Values.list(each, "values"))));
        return String.join(", ", words);
    }
}
