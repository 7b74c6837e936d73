package dev.slipway.git.embedded;

import dev.slipway.git.GitImports;
import dev.slipway.git.content.Ids;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.springframework.stereotype.Component;

/** Remembers who pushed which commits: those that no ref had before. */
@Component
public class PushRecorder {

    private static final int BATCH = 10_000;

    private final PushTable pushes;
    private final Clock clock;

    PushRecorder(PushTable pushes, Clock clock) {
        this.pushes = pushes;
        this.clock = clock;
    }

    /**
     * Remembers who brings everything that these lead to, before any ref moves: so neither another ref of the same push, nor another
     * push at the same time, nor a crash after it makes the commits of a push look as if they had been there before.
     */
    public void record(RepositoryRef repository, Actor actor, Repository git, Collection<ObjectId> tips) {
        try (RevWalk walk = new RevWalk(git)) {
            walk.setRetainBody(false);
            for (ObjectId tip : tips) {
                if (walk.peel(walk.parseAny(tip)) instanceof RevCommit commit) {
                    walk.markStart(commit);
                }
            }
            ignoreWhatIsKnown(walk, git);
            List<CommitId> commits = new ArrayList<>();
            for (RevCommit next = walk.next(); next != null; next = walk.next()) {
                commits.add(Ids.commit(next));
                if (commits.size() == BATCH) {
                    record(repository, actor, commits);
                    commits.clear();
                }
            }
            record(repository, actor, commits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(RepositoryRef repository, Actor actor, List<CommitId> commits) {
        pushes.record(repository, commits, actor.account(), clock.instant());
    }

    /** What was fetched and is not published yet is nobody's so far. */
    private static void ignoreWhatIsKnown(RevWalk walk, Repository git) throws IOException {
        for (Ref ref : git.getRefDatabase().getRefs()) {
            if (ref.getObjectId() != null
                    && !ref.isSymbolic()
                    && !ref.getName().startsWith(GitImports.HIDDEN)
                    && walk.peel(walk.parseAny(ref.getObjectId())) instanceof RevCommit commit) {
                walk.markUninteresting(commit);
            }
        }
    }
}
