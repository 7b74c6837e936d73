package dev.slipway.portal.fleet;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.Health;
import dev.slipway.delivery.OperationPhase;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.kernel.Problem;
import dev.slipway.ui.Badge;
import dev.slipway.ui.Tone;
import org.jspecify.annotations.Nullable;

/** How an application is, in a badge and a sentence. What is not known is never shown as healthy. */
public final class Conditions {

    private Conditions() {}

    /** @param state null when the engine has not reported */
    public static Badge badge(DesiredApplication application, @Nullable ApplicationState state) {
        if (application.deleting()) {
            return new Badge("Being deleted", Tone.WAITING, "trash");
        }
        if (!application.problems().isEmpty()) {
            return new Badge("Broken", Tone.BAD, "alert-triangle");
        }
        if (application.release() == null && (state == null || state.pods().isEmpty())) {
            return new Badge("Nothing released yet", Tone.QUIET, "circle-dashed");
        }
        if (state == null) {
            return Badge.of("unknown");
        }
        return failedSync(state) ? new Badge("Sync failed", Tone.BAD, "alert-triangle") : Badge.of(state.health());
    }

    /** Empty when there is nothing to explain. */
    public static String reason(DesiredApplication application, @Nullable ApplicationState state) {
        if (!application.problems().isEmpty()) {
            return application.problems().stream()
                    .map(Problem::toString)
                    .findFirst()
                    .orElseThrow();
        }
        if (application.release() == null) {
            return "";
        }
        if (state == null) {
            return "The delivery engine has not reported on it yet.";
        }
        return failedSync(state)
                ? state.operationMessage()
                : state.health() == Health.HEALTHY ? "" : state.healthMessage();
    }

    private static boolean failedSync(ApplicationState state) {
        return state.operation() == OperationPhase.FAILED || state.operation() == OperationPhase.ERROR;
    }
}
