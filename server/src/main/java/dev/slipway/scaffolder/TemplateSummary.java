package dev.slipway.scaffolder;

import java.util.List;

/**
 * A template on the list.
 *
 * @param origin where it was copied from, for example {@code builtin/java-service@1}; empty for one's own
 * @param problems why it cannot be used, with file and line; none when it can
 */
public record TemplateSummary(
        String name, String title, String description, List<String> tags, String origin, List<String> problems) {

    public TemplateSummary {
        tags = List.copyOf(tags);
        problems = List.copyOf(problems);
    }

    public boolean usable() {
        return problems.isEmpty();
    }
}
