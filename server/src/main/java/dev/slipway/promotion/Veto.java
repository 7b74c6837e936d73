package dev.slipway.promotion;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ServiceName;
import java.time.Instant;

/**
 * Somebody's word that a Release does not come to any environment any more, until somebody lifts it.
 *
 * @param release its id
 * @param by account
 */
public record Veto(String release, String reason, String by, Instant since) {

    /** Says so, and how it is lifted. */
    public Problem problem(ServiceName service) {
        return Problem.of(
                        "Release " + release + " is vetoed. " + by + ": " + reason + (reason.endsWith(".") ? "" : "."))
                .next("Promote a newer one, or have the veto lifted by somebody who may lift holds: on /services/"
                        + service + "/history, or slipway lift-veto " + service + " " + release + " --reason \"…\".");
    }
}
