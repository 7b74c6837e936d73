package dev.slipway.services;

import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service that exists on its way here.
 *
 * @param source the address that its history is fetched from; null when it is here, or is pushed
 * @param origin how its history comes here
 * @param message what it waits for, or why it stopped; empty when there is nothing to say
 * @param defaultBranch what main was called where it came from; null before that is known and for what was not fetched
 * @param detection null before its files were looked at
 * @param files what is proposed; empty before that is known
 * @param kept what was there already and stays
 * @param serviceChange the pull request in its own repository; null before it is open and where there is nothing to add
 * @param platformChange the pull request in the platform repository; null before it is open
 */
public record Onboarding(
        OnboardingId id,
        ServiceName service,
        TeamName team,
        RepositoryRef repository,
        Origin origin,
        @Nullable String source,
        OnboardingWish wish,
        String requestedBy,
        State state,
        String message,
        @Nullable String defaultBranch,
        @Nullable Detection detection,
        List<ProposedFile> files,
        List<String> kept,
        @Nullable PullRequestRef serviceChange,
        @Nullable PullRequestRef platformChange,
        Instant requestedAt,
        @Nullable Instant finishedAt) {

    public Onboarding {
        files = List.copyOf(files);
        kept = List.copyOf(kept);
    }

    /** A file that is proposed, with what it is for. */
    public record ProposedFile(String path, String purpose, String text) {}

    /** How a history comes here. */
    public enum Origin {
        /** Fetched from another server. */
        IMPORT,
        /** Pushed by whoever asked. */
        PUSH,
        /** A repository of this host. */
        HERE
    }

    /** How far it is. */
    public enum State {
        IMPORTING("Bring the history"),
        RECEIVING("Wait for the push"),
        INSPECTING("Look at the files"),
        REVIEWING("Look it over"),
        PROPOSING("Propose manifests"),
        DECLARING("Propose to the platform"),
        MERGING("Merge both"),
        SUCCEEDED("Onboarded"),
        FAILED("Stopped"),
        CANCELLED("Cancelled");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** What happens, in a few words. */
        public String label() {
            return label;
        }

        public boolean ended() {
            return this == SUCCEEDED || this == FAILED || this == CANCELLED;
        }
    }
}
