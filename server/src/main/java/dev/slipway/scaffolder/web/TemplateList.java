package dev.slipway.scaffolder.web;

import dev.slipway.scaffolder.TemplateSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The templates that fit what somebody looks for.
 *
 * @param shown those that fit, favourites first
 * @param total how many there are
 * @param favourites what whoever looks has marked
 * @param types that there are to choose from, in order
 * @param tags likewise
 */
public record TemplateList(
        List<TemplateSummary> shown,
        int total,
        Set<String> favourites,
        String q,
        String type,
        String tag,
        boolean marked,
        List<String> types,
        List<String> tags) {

    static TemplateList of(List<TemplateSummary> all, Set<String> favourites, TemplateWish wish) {
        String type = String.valueOf(wish.type());
        String tag = String.valueOf(wish.tag());
        List<String> words = wish.words();
        List<TemplateSummary> shown = all.stream()
                .filter(template -> type.isEmpty() || template.type().equals(type))
                .filter(template -> tag.isEmpty() || template.tags().contains(tag))
                .filter(template -> !wish.onlyMarked() || favourites.contains(template.name()))
                .filter(template -> words.stream().allMatch(text(template)::contains))
                .sorted(Comparator.comparing(template -> !favourites.contains(template.name())))
                .toList();
        return new TemplateList(
                shown,
                all.size(),
                favourites,
                String.valueOf(wish.q()),
                type,
                tag,
                wish.onlyMarked(),
                values(all, template -> Stream.of(template.type())),
                values(all, template -> template.tags().stream()));
    }

    public boolean isFavourite(TemplateSummary template) {
        return favourites.contains(template.name());
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
