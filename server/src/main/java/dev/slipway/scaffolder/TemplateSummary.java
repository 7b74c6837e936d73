package dev.slipway.scaffolder;

import java.util.List;

/**
 * A template on the list.
 *
 * @param name what {@link Templates#get} knows it by
 * @param type empty where it cannot be read
 * @param owner entity reference of who looks after it; empty when it says nobody
 * @param source where it was read: {@code organisation/repository/path}; empty for the platform's own
 * @param origin where it was copied from, for example {@code builtin/java-service@1}; empty for one's own
 * @param problems why it cannot be used, with file and line; none when it can
 */
public record TemplateSummary(
        String name,
        String title,
        String description,
        String type,
        List<String> tags,
        String owner,
        String origin,
        String source,
        List<String> problems) {

    public TemplateSummary {
        tags = List.copyOf(tags);
        problems = List.copyOf(problems);
    }

    public boolean usable() {
        return problems.isEmpty();
    }
}
