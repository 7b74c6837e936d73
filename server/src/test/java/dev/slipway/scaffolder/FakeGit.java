package dev.slipway.scaffolder;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.git.BlameLine;
import dev.slipway.git.BranchProtection;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.FileDifference;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitException;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.Merge;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestQuery;
import dev.slipway.git.PushOutcome;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.NoGitHost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A Git host with linear branches called main, in memory; it outlives the server that uses it. */
class FakeGit extends NoGitHost implements GitContent {

    private final Killer killer;
    private final Map<RepositoryRef, HostedRepository> hosted = new LinkedHashMap<>();
    private final Map<RepositoryRef, List<Commit>> mains = new LinkedHashMap<>();
    private final Map<CommitId, MemoryTree> trees = new LinkedHashMap<>();
    private final Map<RepositoryRef, BranchProtection> protections = new LinkedHashMap<>();
    final List<RepositoryRef> deleted = new ArrayList<>();
    final List<PullRequestRef> closed = new ArrayList<>();
    final Map<CommitId, Actor> attributed = new LinkedHashMap<>();
    private int number;

    FakeGit(Killer killer) {
        this.killer = killer;
    }

    List<Commit> main(RepositoryRef repository) {
        return mains.getOrDefault(repository, List.of());
    }

    private Commit add(RepositoryRef repository, MemoryTree tree, String message) {
        Commit.Person person = new Commit.Person("x", "x@y");
        CommitId id = new CommitId("%040x".formatted(++number));
        Commit commit = new Commit(id, List.of(), person, Instant.EPOCH, person, Instant.EPOCH, message, Map.of());
        mains.computeIfAbsent(repository, _ -> new ArrayList<>()).add(commit);
        trees.put(id, tree);
        return commit;
    }

    /** A repository with one commit. */
    void seed(RepositoryRef repository, MemoryTree tree) {
        hosted.put(repository, new HostedRepository(repository, "", "main", false, Instant.EPOCH));
        add(repository, tree, "seed");
    }

    @Override
    public HostedRepository create(RepositoryRef repository, String description, Actor actor) {
        killer.maybe();
        if (hosted.containsKey(repository)) {
            throw new GitException(ProblemCode.CONFLICT, Problem.of("exists"));
        }
        HostedRepository created = new HostedRepository(repository, description, "main", false, Instant.EPOCH);
        hosted.put(repository, created);
        killer.maybe();
        return created;
    }

    @Override
    public Optional<HostedRepository> repository(RepositoryRef repository) {
        return Optional.ofNullable(hosted.get(repository));
    }

    @Override
    public List<HostedRepository> repositories() {
        return List.copyOf(hosted.values());
    }

    @Override
    public void delete(RepositoryRef repository, Actor actor) {
        killer.maybe();
        hosted.remove(repository);
        mains.remove(repository);
        deleted.add(repository);
        killer.maybe();
    }

    @Override
    public void attribute(RepositoryRef repository, List<CommitId> commits, Actor actor) {
        killer.maybe();
        commits.forEach(each -> attributed.put(each, actor));
        killer.maybe();
    }

    @Override
    public void protect(RepositoryRef repository, BranchProtection protection, Actor actor) {
        killer.maybe();
        protections.put(repository, protection);
        killer.maybe();
    }

    @Override
    public Optional<BranchProtection> protection(RepositoryRef repository, String branch) {
        return Optional.ofNullable(protections.get(repository));
    }

    @Override
    public PushOutcome push(RepositoryRef repository, BranchUpdate update) {
        killer.maybe();
        if (!main(repository).isEmpty()) {
            return new PushOutcome.Moved(main(repository).getLast().id());
        }
        Map<String, FileContent> files = new LinkedHashMap<>();
        NewCommit commit = update.commits().getFirst();
        commit.changes().forEach(change -> files.put(change.path(), ((FileChange.Put) change).content()));
        CommitId id = add(repository, MemoryTree.of(files), commit.message()).id();
        killer.maybe();
        return new PushOutcome.Pushed(List.of(id));
    }

    @Override
    public Optional<CommitId> resolve(RepositoryRef repository, String revision) {
        return main(repository).isEmpty()
                ? Optional.empty()
                : Optional.of(main(repository).getLast().id());
    }

    @Override
    public Snapshot snapshot(RepositoryRef repository, CommitId commit) {
        return new MemorySnapshot(repository, commit, trees.get(commit));
    }

    @Override
    public List<Commit> log(RepositoryRef repository, CommitId tip, CommitId notFrom, String path, int limit) {
        return main(repository).reversed();
    }

    private record MemorySnapshot(RepositoryRef repository, CommitId commit, FileTree tree) implements Snapshot {
        @Override
        public Optional<String> objectId(String path) {
            return Optional.empty();
        }

        @Override
        public Map<String, String> files(Predicate<String> wanted) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<TreeEntry> entry(String path) {
            return tree.entry(path);
        }

        @Override
        public List<TreeEntry> list(String directory) {
            return tree.list(directory);
        }

        @Override
        public byte[] read(String path) {
            return tree.read(path);
        }
    }

    @Override
    public void close(PullRequestRef pullRequest, Actor actor) {
        closed.add(pullRequest);
    }

    @Override
    public List<PullRequest> pullRequests(RepositoryRef repository, PullRequest.State state) {
        return List.of();
    }

    @Override
    public List<PullRequest> pullRequests(PullRequestQuery query) {
        return List.of();
    }

    @Override
    public boolean exists(RepositoryRef repository) {
        return hosted.containsKey(repository);
    }

    @Override
    public Merge merge(RepositoryRef repository, CommitId ours, CommitId theirs) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Merge merge(RepositoryRef repository, CommitId base, CommitId ours, CommitId theirs) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> changedPaths(RepositoryRef repository, CommitId from, CommitId to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<BlameLine> blame(RepositoryRef repository, CommitId commit, String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, CommitId> refs(RepositoryRef repository) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Commit> commit(RepositoryRef repository, CommitId commit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<FileDifference> differences(RepositoryRef repository, CommitId from, CommitId to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<CommitId> mergeBase(RepositoryRef repository, CommitId one, CommitId other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isAncestor(RepositoryRef repository, CommitId ancestor, CommitId descendant) {
        throw new UnsupportedOperationException();
    }
}
