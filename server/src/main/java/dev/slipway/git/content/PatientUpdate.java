package dev.slipway.git.content;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/**
 * An update of a ref that waits while another writer holds the ref's lock, as writers do for milliseconds. Git answers LOCK_FAILURE to
 * both this and a ref that leads elsewhere than expected; after this only the second remains, and a lock that was held all the time.
 * What a killed process left locked is gone by then, see {@link LeftLocks}.
 */
final class PatientUpdate {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Repository git;
    private final String ref;

    PatientUpdate(Repository git, String ref) {
        this.git = git;
        this.ref = ref;
    }

    /** Sets up one attempt, and makes it. */
    interface Attempt {
        RefUpdate.Result make(RefUpdate update) throws IOException;
    }

    RefUpdate.Result run(Attempt attempt) throws IOException {
        Instant end = Instant.now().plus(LONGEST_WAIT);
        RefUpdate update = git.updateRef(ref);
        RefUpdate.Result result = attempt.make(update);
        while (result == RefUpdate.Result.LOCK_FAILURE
                && isHeld(update)
                && Instant.now().isBefore(end)) {
            if (!paused()) {
                break;
            }
            update = git.updateRef(ref);
            result = attempt.make(update);
        }
        return result;
    }

    private boolean isHeld(RefUpdate update) throws IOException {
        ObjectId expected = update.getExpectedOldObjectId();
        ObjectId found = Objects.requireNonNullElse(update.getOldObjectId(), ObjectId.zeroId());
        return (expected == null || expected.equals(found))
                && !git.getRefDatabase().isNameConflicting(ref);
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
