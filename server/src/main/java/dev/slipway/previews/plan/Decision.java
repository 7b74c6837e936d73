package dev.slipway.previews.plan;

import dev.slipway.kernel.Release;
import dev.slipway.previews.PreviewState;
import dev.slipway.previews.PreviewStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shall become of a pull request's preview.
 *
 * @param release what shall lie in Git; null for nothing
 * @param state DEPLOYING when the release is that of the newest commit
 * @param failed the step that failed; null unless one did
 * @param message why nothing, or not the newest commit, is shown; empty otherwise
 */
public record Decision(
        @Nullable Release release,
        PreviewState state,
        @Nullable PreviewStep failed,
        String message,
        List<String> log) {

    public Decision {
        log = List.copyOf(log);
    }

    static Decision show(Release release) {
        return new Decision(release, PreviewState.DEPLOYING, null, "", List.of());
    }

    static Decision nothing(PreviewState state, String message) {
        return new Decision(null, state, null, message, List.of());
    }

    /** What is shown stays. */
    static Decision building(@Nullable Release shown, String message) {
        return new Decision(shown, PreviewState.BUILDING, null, message, List.of());
    }

    /** What is shown stays. */
    static Decision failed(@Nullable Release shown, PreviewStep step, String message, List<String> log) {
        return new Decision(shown, PreviewState.FAILED, step, message, log);
    }
}
