package dev.slipway.services;

import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.ServiceName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An environment more for a service.
 *
 * @param overlay the change that adds its overlay to the service's repository
 * @param declaration the change that declares the service there in the platform repository
 * @param replicas that were asked for
 * @param message what it waits for, or why it stopped; empty when there is nothing to say
 * @param pullRequest the newest that was opened for it; null before the first
 */
public record EnvironmentAddition(
        ServiceName service,
        EnvironmentName environment,
        int replicas,
        String requestedBy,
        ChangeId overlay,
        ChangeId declaration,
        State state,
        String message,
        @Nullable PullRequestRef pullRequest,
        Instant requestedAt,
        @Nullable Instant finishedAt) {

    /** How far it is. */
    public enum State {
        PROPOSING("Propose its overlay"),
        MERGING("Wait for the overlay to be merged"),
        DECLARING("Declare it to the platform"),
        SUCCEEDED("Added"),
        /** Something stood against it; asking again begins anew. */
        FAILED("Stopped");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** What happens, in a few words. */
        public String label() {
            return label;
        }

        public boolean ended() {
            return this == SUCCEEDED || this == FAILED;
        }
    }
}
