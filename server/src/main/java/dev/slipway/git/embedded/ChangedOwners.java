package dev.slipway.git.embedded;

import dev.slipway.git.ApprovalState;
import dev.slipway.git.FileChange;
import dev.slipway.git.FileDifference;
import dev.slipway.git.GitContent;
import dev.slipway.git.Merge;
import dev.slipway.git.PullRequest;
import dev.slipway.git.Snapshot;
import dev.slipway.git.codeowners.CodeOwners;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whose the files are that a pull request changes, by CODEOWNERS of its target: nobody makes oneself an owner by proposing it. */
@Component
class ChangedOwners {

    private final GitContent git;
    private final Owners owners;

    ChangedOwners(GitContent git, Owners owners) {
        this.git = git;
        this.owners = owners;
    }

    /** What was found; {@code accounts} are all owners of any of the changed paths. */
    record Found(List<ApprovalState.Owned> paths, Set<String> accounts, List<Problem> problems) {

        boolean own(String account) {
            return accounts.contains(account);
        }
    }

    Found of(PullRequest pull, List<String> approvedBy) {
        RepositoryRef repository = pull.ref().repository();
        Optional<CodeOwners> file = read(repository, pull.base());
        if (file.isEmpty() || git.commit(repository, pull.head()).isEmpty()) {
            return new Found(List.of(), Set.of(), List.of());
        }
        Map<CodeOwners.Line, List<String>> lines = new LinkedHashMap<>();
        for (String path : changed(pull)) {
            file.get()
                    .of(path)
                    .ifPresent(line ->
                            lines.computeIfAbsent(line, _ -> new ArrayList<>()).add(path));
        }
        List<ApprovalState.Owned> owned = new ArrayList<>();
        Set<String> all = new HashSet<>();
        List<Problem> problems = new ArrayList<>(file.get().problems());
        lines.forEach((line, paths) -> {
            Set<String> accounts = accounts(repository, file.get(), line, problems);
            all.addAll(accounts);
            owned.add(new ApprovalState.Owned(
                    line.pattern().toString(),
                    line.number(),
                    line.owners(),
                    paths,
                    approvedBy.stream().filter(accounts::contains).toList()));
        });
        return new Found(owned, all, problems);
    }

    private Set<String> accounts(
            RepositoryRef repository, CodeOwners file, CodeOwners.Line line, List<Problem> problems) {
        Set<String> accounts = new HashSet<>();
        for (String owner : line.owners()) {
            Set<String> found = owners.accounts(repository, owner);
            if (found.isEmpty()) {
                problems.add(Problem.at(file.file() + ":" + line.number(), "Nobody is called \"" + owner + "\".")
                        .expecting("an account, a group, or @" + repository.organisation() + "/<team>"));
            }
            accounts.addAll(found);
        }
        return accounts;
    }

    private Optional<CodeOwners> read(RepositoryRef repository, CommitId base) {
        Snapshot snapshot = git.snapshot(repository, base);
        return CodeOwners.PLACES.stream()
                .filter(snapshot::isFile)
                .findFirst()
                .flatMap(place -> snapshot.text(place).map(text -> CodeOwners.parse(place, text)));
    }

    /** By the merge; what cannot be merged is asked what its branch has changed. */
    private List<String> changed(PullRequest pull) {
        RepositoryRef repository = pull.ref().repository();
        return switch (git.merge(repository, pull.base(), pull.head())) {
            case Merge.Clean(List<FileChange> changes) ->
                changes.stream().map(FileChange::path).toList();
            case Merge.Conflicting _ -> {
                CommitId common =
                        git.mergeBase(repository, pull.base(), pull.head()).orElse(null);
                yield git.differences(repository, common, pull.head()).stream()
                        .map(FileDifference::path)
                        .toList();
            }
        };
    }
}
