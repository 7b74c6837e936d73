package dev.slipway.portal.fleet;

import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Release;
import dev.slipway.ui.Badge;
import org.jspecify.annotations.Nullable;

/**
 * One environment of a service in a line.
 *
 * @param reason why it is not healthy, or empty
 * @param url where it answers
 * @param live null before the first Release
 */
public record EnvironmentGlance(
        EnvironmentName name,
        Badge badge,
        String reason,
        String url,
        @Nullable Release live) {}
