package dev.slipway.git.content;

import dev.slipway.git.BlameLine;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileDifference;
import dev.slipway.git.GitContent;
import dev.slipway.git.Merge;
import dev.slipway.git.PushOutcome;
import dev.slipway.git.RefsChanged;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The content of bare repositories on this machine. Safe for several threads. */
@Component
class JGitContent implements GitContent {

    /** What file systems take as a name: refs are files. */
    private static final int LONGEST_REVISION = 240;

    private final Repositories repositories;
    private final ApplicationEventPublisher events;

    JGitContent(Repositories repositories, ApplicationEventPublisher events) {
        this.repositories = repositories;
        this.events = events;
    }

    @Override
    public boolean exists(RepositoryRef repository) {
        return repositories.exists(repository);
    }

    @Override
    public Optional<CommitId> resolve(RepositoryRef repository, String revision) {
        Repository git = repositories.get(repository);
        if (revision.length() > LONGEST_REVISION || revision.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        try (RevWalk walk = new RevWalk(git)) {
            ObjectId id = git.resolve(revision + "^{commit}");
            return id == null ? Optional.empty() : Optional.of(Ids.commit(walk.parseCommit(id)));
        } catch (RevisionSyntaxException | org.eclipse.jgit.errors.MissingObjectException _) {
            return Optional.empty();
        } catch (org.eclipse.jgit.errors.AmbiguousObjectException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, CommitId> refs(RepositoryRef repository) {
        Repository git = repositories.get(repository);
        Map<String, CommitId> refs = new TreeMap<>();
        try (RevWalk walk = new RevWalk(git)) {
            for (Ref ref : git.getRefDatabase().getRefsByPrefix("refs/heads/", "refs/tags/")) {
                if (walk.peel(walk.parseAny(ref.getObjectId())) instanceof RevCommit commit) {
                    refs.put(ref.getName(), Ids.commit(commit));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return refs;
    }

    @Override
    public Snapshot snapshot(RepositoryRef repository, CommitId commit) {
        Repository git = repositories.get(repository);
        try (RevWalk walk = new RevWalk(git)) {
            return new CommitTree(
                    repository,
                    commit,
                    git,
                    walk.parseCommit(Ids.object(commit)).getTree().copy());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Commit> commit(RepositoryRef repository, CommitId commit) {
        try (RevWalk walk = new RevWalk(repositories.get(repository))) {
            return Optional.of(Commits.of(walk.parseCommit(Ids.object(commit))));
        } catch (org.eclipse.jgit.errors.MissingObjectException
                | org.eclipse.jgit.errors.IncorrectObjectTypeException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Commit> log(
            RepositoryRef repository, CommitId tip, @Nullable CommitId notFrom, @Nullable String path, int limit) {
        try (RevWalk walk = new RevWalk(repositories.get(repository))) {
            if (path != null) {
                walk.setFirstParent(true);
                walk.setTreeFilter(AndTreeFilter.create(PathFilter.create(path), TreeFilter.ANY_DIFF));
            }
            walk.markStart(walk.parseCommit(Ids.object(tip)));
            if (notFrom != null) {
                walk.markUninteresting(walk.parseCommit(Ids.object(notFrom)));
            }
            List<Commit> commits = new ArrayList<>();
            for (RevCommit next = walk.next(); next != null && commits.size() < limit; next = walk.next()) {
                walk.parseBody(next);
                commits.add(Commits.of(path == null ? next : original(repository, next)));
            }
            return commits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A walk with a tree filter rewrites parents; people want the real ones. */
    private RevCommit original(RepositoryRef repository, RevCommit rewritten) throws IOException {
        try (RevWalk walk = new RevWalk(repositories.get(repository))) {
            return walk.parseCommit(rewritten.copy());
        }
    }

    @Override
    public List<BlameLine> blame(RepositoryRef repository, CommitId commit, String path) {
        return new Blaming(repositories.get(repository)).of(commit, path);
    }

    @Override
    public List<FileDifference> differences(RepositoryRef repository, @Nullable CommitId from, CommitId to) {
        return new Differences(repositories.get(repository)).between(from, to);
    }

    @Override
    public List<String> changedPaths(RepositoryRef repository, CommitId from, CommitId to) {
        return new Differences(repositories.get(repository)).paths(from, to);
    }

    @Override
    public Optional<CommitId> mergeBase(RepositoryRef repository, CommitId one, CommitId other) {
        try (RevWalk walk = new RevWalk(repositories.get(repository))) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(Ids.object(one)));
            walk.markStart(walk.parseCommit(Ids.object(other)));
            RevCommit base = walk.next();
            return base == null ? Optional.empty() : Optional.of(Ids.commit(base));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isAncestor(RepositoryRef repository, CommitId ancestor, CommitId descendant) {
        try (RevWalk walk = new RevWalk(repositories.get(repository))) {
            return walk.isMergedInto(walk.parseCommit(Ids.object(ancestor)), walk.parseCommit(Ids.object(descendant)));
        } catch (org.eclipse.jgit.errors.MissingObjectException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Merge merge(RepositoryRef repository, CommitId ours, CommitId theirs) {
        return new Merges(repositories.get(repository)).branches(ours, theirs);
    }

    @Override
    public Merge merge(RepositoryRef repository, CommitId base, CommitId ours, CommitId theirs) {
        return new Merges(repositories.get(repository)).since(base, ours, theirs);
    }

    @Override
    public PushOutcome push(RepositoryRef repository, BranchUpdate update) {
        PushOutcome outcome = new Pushes(repositories.get(repository)).push(update);
        if (outcome instanceof PushOutcome.Pushed) {
            events.publishEvent(new RefsChanged(repository));
        }
        return outcome;
    }
}
