package dev.slipway.git.content;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves single refs by compare-and-set, and waits while others write them. */
@Component
public class RefWrites {

    private final Repositories repositories;

    RefWrites(Repositories repositories) {
        this.repositories = repositories;
    }

    /** Makes a ref lead here, wherever it led before. What it leads to is never collected. */
    public void put(RepositoryRef repository, String ref, CommitId commit) {
        Repository git = repositories.get(repository);
        try {
            require(ref, new PatientUpdate(git, ref).run(update -> {
                        update.setNewObjectId(Ids.object(commit));
                        update.disableRefLog();
                        return update.forceUpdate();
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Moves a ref if it still leads where it is expected to.
     *
     * @param expected null when there must be none
     * @return false when somebody was faster
     */
    public boolean move(RepositoryRef repository, String ref, @Nullable CommitId expected, CommitId commit) {
        Repository git = repositories.get(repository);
        try {
            RefUpdate.Result result = new PatientUpdate(git, ref).run(update -> {
                update.setExpectedOldObjectId(expected == null ? ObjectId.zeroId() : Ids.object(expected));
                update.setNewObjectId(Ids.object(commit));
                update.setRefLogMessage("slipway", false);
                return update.update();
            });
            return switch (result) {
                case NEW, FAST_FORWARD, NO_CHANGE -> true;
                default -> false;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a ref that leads to this commit; false when it leads elsewhere, true when it is gone already. */
    public boolean remove(RepositoryRef repository, String ref, CommitId expected) {
        Repository git = repositories.get(repository);
        try {
            if (git.exactRef(ref) == null) {
                return true;
            }
            RefUpdate.Result result = new PatientUpdate(git, ref).run(update -> {
                update.setExpectedOldObjectId(Ids.object(expected));
                update.setForceUpdate(true);
                return update.delete();
            });
            return switch (result) {
                case FORCED, NO_CHANGE, NEW -> true;
                default -> false;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(String ref, RefUpdate.Result result) throws IOException {
        switch (result) {
            case NEW, FAST_FORWARD, FORCED, NO_CHANGE -> {}
            default -> throw new IOException("Git answered " + result + " when " + ref + " was moved.");
        }
    }
}
