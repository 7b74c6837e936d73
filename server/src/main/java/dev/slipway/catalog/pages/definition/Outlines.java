package dev.slipway.catalog.pages.definition;

import dev.slipway.catalog.pages.definition.ApiOutline.Field;
import dev.slipway.catalog.pages.definition.ApiOutline.Item;
import dev.slipway.catalog.pages.definition.ApiOutline.Part;
import dev.slipway.catalog.pages.definition.ApiOutline.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Collects items by section, in the order in which they come, up to a limit. What a definition says once and refers to often is shown
 * often: the limit is on what is shown, and whoever makes an item asks for room before each row of it.
 */
final class Outlines {

    private static final int MOST_ITEMS = 1000;
    private static final int MOST_CHARACTERS = 4_000_000;

    /** What a row costs beside its texts. */
    private static final int ROW = 200;

    private static final Pattern NOT_IN_IDS = Pattern.compile("[^A-Za-z0-9_.-]+");

    private final Map<String, String> descriptions = new LinkedHashMap<>();
    private final Map<String, List<Item>> sections = new LinkedHashMap<>();
    private int items;
    private int characters;
    private boolean complete = true;

    /** Gives a section its place and its text before anything is in it. */
    void section(String title, String description) {
        sections.computeIfAbsent(title, _ -> new ArrayList<>());
        descriptions.put(title, description);
    }

    /** @param item makes it; not asked where there is no room */
    void add(String section, Supplier<Item> item) {
        if (items == MOST_ITEMS || isFull()) {
            complete = false;
            return;
        }
        List<Item> others = sections.computeIfAbsent(section, _ -> new ArrayList<>());
        if (others.isEmpty()) {
            takes(section, descriptions.getOrDefault(section, ""));
        }
        Item made = item.get();
        items++;
        takes(made.name(), made.summary(), made.description());
        others.add(made);
    }

    /** Whether there is room for this row, which is taken then. */
    boolean takes(Field field) {
        return takes(field.name(), field.type().name(), field.text());
    }

    /** Whether there is room for the heading of this part, which is taken then. */
    boolean takes(Part part) {
        return takes(part.title(), part.text());
    }

    /** Whether there is room for a row of these texts, which is taken then. */
    boolean takes(String... texts) {
        if (isFull()) {
            return false;
        }
        characters += ROW;
        for (String text : texts) {
            characters += text.length();
        }
        return true;
    }

    /** Whether nothing more is shown. */
    boolean isFull() {
        boolean full = characters >= MOST_CHARACTERS;
        complete &= !full;
        return full;
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
        return complete;
    }

    /** What an item is called within the page. */
    static String id(String kind, String name) {
        return kind + "-" + NOT_IN_IDS.matcher(name).replaceAll("-");
    }
}
