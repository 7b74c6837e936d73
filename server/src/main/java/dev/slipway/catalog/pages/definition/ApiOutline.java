package dev.slipway.catalog.pages.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API's definition as people read it.
 *
 * @param language for example {@code OpenAPI 3.1.0}
 * @param description Markdown; empty when there is none
 * @param servers where it answers
 * @param complete whether nothing was left out
 */
public record ApiOutline(
        String language,
        String title,
        String version,
        String description,
        List<String> servers,
        List<Section> sections,
        boolean complete) {

    public ApiOutline {
        servers = List.copyOf(servers);
        sections = List.copyOf(sections);
    }

    /** Operations, channels, types: what belongs together. */
    public record Section(String title, String description, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * An operation, a message, a type.
     *
     * @param id what it is called within the page; where {@link TypeName#target} leads
     * @param badge what it is in a word, for example {@code GET}; empty for what its section says
     * @param description Markdown; empty when there is none
     */
    public record Item(
            String id,
            String badge,
            String name,
            String summary,
            String description,
            boolean deprecated,
            List<Part> parts) {
        public Item {
            parts = List.copyOf(parts);
        }

        /** Whether there is anything to open. */
        public boolean empty() {
            return description.isEmpty() && parts.isEmpty();
        }
    }

    /** Parameters, a response, fields. */
    public record Part(String title, String text, List<Field> fields) {
        public Part {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A named value.
     *
     * @param depth how deep within other fields, from 0
     * @param text what else there is to know about it
     */
    public record Field(int depth, String name, TypeName type, boolean required, boolean deprecated, String text) {}

    /** @param target the id of the item that tells more about the type; null where there is none */
    public record TypeName(String name, @Nullable String target) {

        static final TypeName NONE = new TypeName("", null);
    }
}
