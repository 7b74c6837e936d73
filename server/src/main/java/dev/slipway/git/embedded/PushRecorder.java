package dev.slipway.git.embedded;

import dev.slipway.git.content.Ids;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.springframework.stereotype.Component;

/** Remembers who pushed which commits: those that no other ref had before. */
@Component
public class PushRecorder {

    private static final int MOST_COMMITS = 10_000;

    private final PushTable pushes;
    private final Clock clock;

    PushRecorder(PushTable pushes, Clock clock) {
        this.pushes = pushes;
        this.clock = clock;
    }

    public void record(RepositoryRef repository, Actor actor, Repository git, ReceiveCommand command) {
        try (RevWalk walk = new RevWalk(git)) {
            if (!(walk.peel(walk.parseAny(command.getNewId())) instanceof RevCommit tip)) {
                return;
            }
            walk.markStart(tip);
            if (!command.getOldId().equals(ObjectId.zeroId())) {
                ignore(walk, walk.parseAny(command.getOldId()));
            }
            for (Ref other : git.getRefDatabase().getRefs()) {
                if (!other.getName().equals(command.getRefName())
                        && other.getObjectId() != null
                        && !other.isSymbolic()) {
                    ignore(walk, walk.parseAny(other.getObjectId()));
                }
            }
            List<CommitId> commits = new ArrayList<>();
            for (RevCommit next = walk.next(); next != null && commits.size() < MOST_COMMITS; next = walk.next()) {
                commits.add(Ids.commit(next));
            }
            pushes.record(repository, commits, actor.account(), clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remembers who brought these commits, whoever had them before. */
    public void record(RepositoryRef repository, Actor actor, List<CommitId> commits) {
        pushes.record(repository, commits, actor.account(), clock.instant());
    }

    private static void ignore(RevWalk walk, RevObject object) throws IOException {
        if (walk.peel(object) instanceof RevCommit commit) {
            walk.markUninteresting(commit);
        }
    }
}
