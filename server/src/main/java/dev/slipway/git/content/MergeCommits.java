package dev.slipway.git.content;

import dev.slipway.git.Commit;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.springframework.stereotype.Component;

/** Writes the commits of merges, and tags. */
@Component
public class MergeCommits {

    private final Repositories repositories;

    MergeCommits(Repositories repositories) {
        this.repositories = repositories;
    }

    /**
     * Writes the commit that merges, with the tree that {@link dev.slipway.git.GitContent#merge} comes to; no branch moves. Empty when
     * the two conflict.
     *
     * @param squash leaves the head out of its parents
     */
    public Optional<CommitId> write(
            RepositoryRef repository,
            CommitId target,
            CommitId head,
            boolean squash,
            String message,
            Commit.Person author,
            Commit.Person committer) {
        Repository git = repositories.get(repository);
        return new Merges(git).tree(target, head).map(tree -> {
            CommitBuilder builder = new CommitBuilder();
            builder.setTreeId(tree);
            builder.addParentId(Ids.object(target));
            if (!squash) {
                builder.addParentId(Ids.object(head));
            }
            builder.setAuthor(ident(author));
            builder.setCommitter(ident(committer));
            builder.setMessage(message);
            return insert(git, builder);
        });
    }

    private static CommitId insert(Repository git, CommitBuilder commit) {
        try (ObjectInserter inserter = git.newObjectInserter()) {
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return Ids.commit(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PersonIdent ident(Commit.Person person) {
        return new PersonIdent(person.name(), person.email(), Instant.now(), ZoneOffset.UTC);
    }

    /** What stands against a tag of this name on this commit; empty for nothing. */
    public Optional<Problem> problem(RepositoryRef repository, String tag, CommitId commit) {
        if (!Repository.isValidRefName(Constants.R_TAGS + tag)) {
            return Optional.of(
                    Problem.at("tag", "\"" + tag + "\" cannot be a tag.").expecting("for example v1.2.0"));
        }
        try (RevWalk walk = new RevWalk(repositories.get(repository))) {
            walk.parseCommit(Ids.object(commit));
            return Optional.empty();
        } catch (MissingObjectException | IncorrectObjectTypeException _) {
            return Optional.of(Problem.at("commit", "There is no commit " + commit + " in " + repository + "."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the tag is on this commit now; false when it is on another one. */
    public boolean tag(RepositoryRef repository, String tag, CommitId commit) {
        Repository git = repositories.get(repository);
        try {
            RefUpdate.Result result = new PatientUpdate(git, Constants.R_TAGS + tag).run(ref -> {
                ref.setExpectedOldObjectId(ObjectId.zeroId());
                ref.setNewObjectId(Ids.object(commit));
                return ref.update();
            });
            return result == RefUpdate.Result.NEW
                    || Ids.object(commit)
                            .equals(git.exactRef(Constants.R_TAGS + tag).getObjectId());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
