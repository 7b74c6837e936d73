package dev.slipway.scaffolder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of a template.
 *
 * @param template its name
 * @param title its title when the run was started
 * @param commit of the platform repository that the template was read from
 * @param account who asked for it
 * @param values the answers, without secrets
 * @param secrets the names of the secrets that it was given
 * @param attempt how often it was tried, from 1
 * @param failure why it failed; null unless it did
 * @param heartbeatAt when it was last seen to be carried on; null when nobody has begun
 */
public record TemplateRun(
        RunId id,
        String template,
        String title,
        String commit,
        String account,
        Map<String, @Nullable Object> values,
        List<String> secrets,
        int attempt,
        RunStatus status,
        @Nullable String failure,
        List<RunStep> steps,
        List<Link> links,
        List<Text> texts,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant heartbeatAt) {

    /** A link that the template shows at the end; {@code url} may be a path of the portal. */
    public record Link(String title, String url, String icon) {}

    /** A text that the template shows at the end. */
    public record Text(String title, String markdown) {}

    public TemplateRun {
        secrets = List.copyOf(secrets);
        steps = List.copyOf(steps);
        links = List.copyOf(links);
        texts = List.copyOf(texts);
    }
}
