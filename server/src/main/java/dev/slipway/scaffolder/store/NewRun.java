package dev.slipway.scaffolder.store;

import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolding.Step;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run to begin.
 *
 * @param template its name
 * @param title its title
 * @param commit that it was read from
 * @param account who asked for it
 * @param values the answers, without secrets
 * @param secrets the names of the secrets
 * @param sealed the secrets; null when there are none
 */
public record NewRun(
        RunId id,
        String template,
        String title,
        String commit,
        String account,
        Map<String, @Nullable Object> values,
        List<String> secrets,
        @Nullable String sealed,
        List<Step> steps) {}
