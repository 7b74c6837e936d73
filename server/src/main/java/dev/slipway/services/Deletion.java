package dev.slipway.services;

import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of a service.
 *
 * @param message what it waits for, or why it stopped; empty when there is nothing to say
 * @param marking the change that gives the Applications Argo CD's finalizer, so that what they made goes with them
 * @param removal the change that takes the files away
 */
public record Deletion(
        ServiceName service,
        TeamName team,
        RepositoryRef repository,
        String requestedBy,
        State state,
        String message,
        ChangeId marking,
        ChangeId removal,
        Instant requestedAt,
        @Nullable Instant finishedAt) {

    /** How far it is. */
    public enum State {
        MARKING("Mark"),
        REMOVING("Remove files"),
        DRAINING("Stop what runs"),
        ARCHIVING("Archive repository"),
        SUCCEEDED("Deleted"),
        /** It stopped at something that people have to put right; asking again goes on. */
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
