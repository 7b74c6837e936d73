package dev.slipway.scaffolding.action;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The run that a step belongs to.
 *
 * @param id stable across restarts: what an action makes is found again by it
 * @param user entity reference of who asked for it, for example {@code user:default/ada}
 * @param template the template's name
 * @param commit the commit that the template was read from; empty for one from a directory
 * @param parameters the answers
 */
public record RunInfo(
        String id, String user, String template, String commit, Map<String, @Nullable Object> parameters) {}
