package dev.slipway.previews.sweep;

import dev.slipway.previews.PreviewState;
import dev.slipway.previews.PreviewStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a preview that lies in Git fares. */
record Finding(PreviewState state, @Nullable PreviewStep failed, String message, List<String> log) {

    static Finding ready() {
        return new Finding(PreviewState.READY, null, "", List.of());
    }

    static Finding notYet(String message) {
        return new Finding(PreviewState.DEPLOYING, null, message, List.of());
    }

    static Finding failed(PreviewStep step, String message, List<String> log) {
        return new Finding(PreviewState.FAILED, step, message, log);
    }
}
