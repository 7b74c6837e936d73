package dev.slipway.scaffolder.web;

import dev.slipway.scaffolder.TemplateSummary;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The templates that fit what somebody looks for.
 *
 * @param shown those that fit
 * @param total how many there are
 * @param types that there are to choose from, in order
 * @param tags likewise
 */
public record TemplateList(
        List<TemplateSummary> shown,
        int total,
        String q,
        String type,
        String tag,
        List<String> types,
        List<String> tags) {

    static TemplateList of(List<TemplateSummary> all, String q, String type, String tag) {
        List<String> words = Arrays.stream(q.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<TemplateSummary> shown = all.stream()
                .filter(template -> type.isEmpty() || template.type().equals(type))
                .filter(template -> tag.isEmpty() || template.tags().contains(tag))
                .filter(template -> words.stream().allMatch(text(template)::contains))
                .toList();
        return new TemplateList(
                shown,
                all.size(),
                q,
                type,
                tag,
                values(all, template -> Stream.of(template.type())),
                values(all, template -> template.tags().stream()));
    }

    private static String text(TemplateSummary template) {
        return String.join(
                        " ",
                        template.name(),
                        template.title(),
                        template.description(),
                        template.type(),
                        template.owner(),
                        String.join(" ", template.tags()))
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> values(List<TemplateSummary> all, Function<TemplateSummary, Stream<String>> values) {
        return all.stream()
                .flatMap(values)
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
