package dev.slipway.catalog.pages.definition;

import dev.slipway.catalog.pages.definition.ApiOutline.Item;
import dev.slipway.catalog.pages.definition.ApiOutline.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects items by section, in the order in which they come, up to a limit. */
final class Outlines {

    private static final int MOST_ITEMS = 1000;

    private final Map<String, String> descriptions = new LinkedHashMap<>();
    private final Map<String, List<Item>> sections = new LinkedHashMap<>();
    private int items;

    /** Gives a section its place and its text before anything is in it. */
    void section(String title, String description) {
        sections.computeIfAbsent(title, _ -> new ArrayList<>());
        descriptions.put(title, description);
    }

    void add(String section, Item item) {
        items++;
        if (items <= MOST_ITEMS) {
            sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(item);
        }
    }

    /** Those with anything in them. */
    List<Section> sections() {
        return sections.entrySet().stream()
                .filter(section -> !section.getValue().isEmpty())
                .map(section -> new Section(
                        section.getKey(), descriptions.getOrDefault(section.getKey(), ""), section.getValue()))
                .toList();
    }

    boolean complete() {
        return items <= MOST_ITEMS;
    }

    /** What an item is called within the page. */
    static String id(String kind, String name) {
        return kind + "-" + name.replaceAll("[^A-Za-z0-9_.-]+", "-");
    }
}
