package dev.slipway.builds;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.git.BlameLine;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileDifference;
import dev.slipway.git.GitContent;
import dev.slipway.git.Merge;
import dev.slipway.git.PushOutcome;
import dev.slipway.git.RefCursors;
import dev.slipway.git.RefMovement;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.SampleSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Repositories in memory, as far as builds look at them. */
public final class FakeGit implements GitContent, RefCursors {

    private static final Commit.Person SOMEBODY = new Commit.Person("red-dev", "red-dev@example.org");

    private final Map<RepositoryRef, Map<String, CommitId>> refs = new ConcurrentHashMap<>();
    private final Map<CommitId, Commit> commits = new ConcurrentHashMap<>();
    private final Map<CommitId, FileTree> trees = new ConcurrentHashMap<>();
    private final Map<String, CommitId> seen = new HashMap<>();
    private int number;

    /** Commits these files onto the branch; a merge names further parents. */
    public CommitId commit(RepositoryRef repository, String branch, FileTree tree, CommitId... furtherParents) {
        Map<String, CommitId> heads = refs.computeIfAbsent(repository, any -> new LinkedHashMap<>());
        List<CommitId> parents = new ArrayList<>();
        Optional.ofNullable(heads.get("refs/heads/" + branch)).ifPresent(parents::add);
        parents.addAll(List.of(furtherParents));
        Instant at = Instant.EPOCH.plusSeconds(++number);
        CommitId id = new CommitId("%040x".formatted(number));
        commits.put(id, new Commit(id, parents, SOMEBODY, at, SOMEBODY, at, "Change " + number, Map.of()));
        trees.put(id, tree);
        heads.put("refs/heads/" + branch, id);
        return id;
    }

    /** Begins a branch at this commit. */
    public void branch(RepositoryRef repository, String branch, CommitId at) {
        refs.computeIfAbsent(repository, any -> new LinkedHashMap<>()).put("refs/heads/" + branch, at);
    }

    @Override
    public boolean exists(RepositoryRef repository) {
        return refs.containsKey(repository);
    }

    @Override
    public Optional<CommitId> resolve(RepositoryRef repository, String revision) {
        return Optional.ofNullable(refs(repository).get(revision));
    }

    @Override
    public Map<String, CommitId> refs(RepositoryRef repository) {
        return refs.getOrDefault(repository, Map.of());
    }

    @Override
    public Snapshot snapshot(RepositoryRef repository, CommitId commit) {
        return new SampleSnapshot(repository, commit, trees.getOrDefault(commit, MemoryTree.of(Map.of())));
    }

    @Override
    public Optional<Commit> commit(RepositoryRef repository, CommitId commit) {
        return Optional.ofNullable(commits.get(commit));
    }

    @Override
    public List<Commit> log(
            RepositoryRef repository, CommitId tip, @Nullable CommitId notFrom, @Nullable String path, int limit) {
        return commits.values().stream()
                .filter(commit -> isAncestor(repository, commit.id(), tip))
                .sorted(Comparator.comparing(Commit::committedAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public boolean isAncestor(RepositoryRef repository, CommitId ancestor, CommitId descendant) {
        return ancestor.equals(descendant)
                || commits.get(descendant).parents().stream()
                        .anyMatch(parent -> isAncestor(repository, ancestor, parent));
    }

    @Override
    public List<RefMovement> movements(String consumer) {
        return refs.keySet().stream()
                .flatMap(repository -> movements(consumer, repository).stream())
                .toList();
    }

    @Override
    public List<RefMovement> movements(String consumer, RepositoryRef repository) {
        return refs(repository).entrySet().stream()
                .map(ref -> new RefMovement(
                        repository, ref.getKey(), seen.get(consumer + repository + ref.getKey()), ref.getValue()))
                .filter(movement -> !movement.to().equals(movement.from()))
                .toList();
    }

    @Override
    public void advance(String consumer, RefMovement movement) {
        seen.put(consumer + movement.repository() + movement.ref(), movement.to());
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
    public List<FileDifference> differences(RepositoryRef repository, @Nullable CommitId from, CommitId to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<CommitId> mergeBase(RepositoryRef repository, CommitId one, CommitId other) {
        throw new UnsupportedOperationException();
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
    public PushOutcome push(RepositoryRef repository, BranchUpdate update) {
        throw new UnsupportedOperationException();
    }
}
