package dev.slipway.changes.write;

import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Outcome;
import dev.slipway.changes.Plan;
import dev.slipway.changes.plan.Planning;
import dev.slipway.changes.store.ChangeStore.Branch;
import dev.slipway.changes.store.ChangeStore.Pending;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.Merge;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PushOutcome;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes changes straight onto a branch: one commit each, one push for all that do not touch each other's files. */
@Component
class DirectWrites {

    private static final int FARTHEST_SEARCH = 10_000;

    private final GitContent git;
    private final GitHost host;
    private final Planning planning;

    DirectWrites(GitContent git, GitHost host, Planning planning) {
        this.git = git;
        this.host = host;
        this.planning = planning;
    }

    /** What is settled; whoever is missing goes into another round. */
    record Result(Map<ChangeId, Outcome> outcomes) {}

    /**
     * The commits between each change's base and the tip that carry its id and do what it intends: the id alone can stand in a commit
     * by hand.
     */
    Map<ChangeId, CommitId> search(Branch branch, CommitId tip, List<Pending> pending) {
        Map<String, ChangeRequest> wanted = pending.stream()
                .map(Pending::request)
                .collect(Collectors.toMap(request -> request.id().toString(), request -> request));
        Map<ChangeId, CommitId> found = new HashMap<>();
        Set<CommitId> bases = pending.stream()
                .flatMap(change -> Optional.ofNullable(change.base()).stream())
                .filter(base -> !base.equals(tip))
                .collect(Collectors.toSet());
        for (CommitId base : bases) {
            for (Commit commit : git.log(branch.repository(), tip, base, null, FARTHEST_SEARCH)) {
                ChangeRequest request = wanted.get(commit.trailers().getOrDefault(Messages.CHANGE, ""));
                if (request != null && !found.containsKey(request.id()) && does(commit, request)) {
                    host.attribute(request.repository(), List.of(commit.id()), request.actor());
                    found.put(request.id(), commit.id());
                }
            }
        }
        return found;
    }

    private boolean does(Commit commit, ChangeRequest request) {
        if (commit.parents().isEmpty()) {
            return false;
        }
        CommitId parent = commit.parents().getFirst();
        return planning.plan(request.intent(), git.snapshot(request.repository(), parent))
                        instanceof Plan.Write intended
                && git.merge(request.repository(), parent, parent, commit.id()) instanceof Merge.Clean done
                && new HashSet<>(intended.changes()).equals(new HashSet<>(done.changes()));
    }

    Result write(Branch branch, CommitId tip, List<Pending> pending) {
        Snapshot snapshot = git.snapshot(branch.repository(), tip);
        Map<ChangeId, Outcome> outcomes = new LinkedHashMap<>();
        List<Pending> batch = new ArrayList<>();
        List<NewCommit> commits = new ArrayList<>();
        Set<String> touched = new TreeSet<>();
        for (Pending change : pending) {
            Plan plan = planning.plan(change.request().intent(), snapshot);
            if (!batch.isEmpty() && !isApart(touched, plan)) {
                break;
            }
            switch (plan) {
                case Plan.Write write
                when write.changes().isEmpty() -> outcomes.put(change.request().id(), new Outcome.Committed(tip));
                case Plan.Write write -> {
                    write.changes().forEach(each -> touched.add(each.path()));
                    batch.add(change);
                    commits.add(new NewCommit(
                            write.changes(), Messages.of(change.request()), Messages.author(change.request())));
                }
                case Plan.Conflict conflict ->
                    outcomes.put(change.request().id(), new Outcome.Conflict(conflict.problems()));
                case Plan.Refused refused ->
                    outcomes.put(change.request().id(), new Outcome.Refused(refused.problems()));
            }
        }
        if (!commits.isEmpty()) {
            push(branch, tip, batch, commits, outcomes);
        }
        return new Result(outcomes);
    }

    private void push(
            Branch branch,
            CommitId tip,
            List<Pending> batch,
            List<NewCommit> commits,
            Map<ChangeId, Outcome> outcomes) {
        switch (git.push(branch.repository(), BranchUpdate.onto(branch.name(), tip, commits))) {
            case PushOutcome.Pushed pushed -> {
                for (int i = 0; i < batch.size(); i++) {
                    outcomes.put(
                            batch.get(i).request().id(),
                            committed(batch.get(i).request(), pushed.commits().get(i)));
                }
            }
            case PushOutcome.Moved _ -> {}
            case PushOutcome.Refused refused ->
                batch.forEach(change -> outcomes.put(
                        change.request().id(), new Outcome.Refused(List.of(Problem.of(refused.reason())))));
        }
    }

    private Outcome committed(ChangeRequest request, CommitId commit) {
        host.attribute(request.repository(), List.of(commit), request.actor());
        return new Outcome.Committed(commit);
    }

    /**
     * Whether a plan means the same on the tip as after the batch. One that writes nothing, conflicts or is refused may
     * depend on the batch; nothing overtakes it, so the order of submission stays.
     */
    private static boolean isApart(Set<String> touched, Plan plan) {
        return plan instanceof Plan.Write write && !write.changes().isEmpty() && !touches(touched, write.changes());
    }

    /** Whether a change would touch a file, or a folder of a file, that one before it in the batch touches. */
    private static boolean touches(Set<String> touched, List<FileChange> changes) {
        return changes.stream()
                .map(FileChange::path)
                .anyMatch(path -> touched.stream()
                        .anyMatch(other ->
                                other.equals(path) || other.startsWith(path + "/") || path.startsWith(other + "/")));
    }
}
