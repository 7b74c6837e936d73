package dev.slipway.platform;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the definition has been read.
 *
 * @param seen the newest commit looked at; null before the first
 * @param inForce the commit of the current definition; null while there is none
 * @param problems of the seen commit
 */
public record PlatformState(
        @Nullable CommitId seen, @Nullable CommitId inForce, List<Problem> problems) {}
