package dev.slipway.catalog;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PushOutcome;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Makes repositories on the embedded host and pushes to them. */
@TestComponent
class Repositories {

    private static final Actor TESTER = new Actor.Person("catalog-tester");

    private final GitHost host;
    private final GitContent git;

    Repositories(GitHost host, GitContent git) {
        this.host = host;
        this.git = git;
    }

    /** A repository with these files on main. */
    RepositoryRef create(Map<String, String> files) {
        RepositoryRef repository =
                new RepositoryRef("acme", "c-" + UUID.randomUUID().toString().substring(0, 8));
        create(repository, files);
        return repository;
    }

    void create(RepositoryRef repository, Map<String, String> files) {
        host.create(repository, "", TESTER);
        push(repository, files);
    }

    /** Writes files on main; an empty text removes one. */
    CommitId push(RepositoryRef repository, Map<String, String> files) {
        List<FileChange> changes = new ArrayList<>();
        files.forEach((path, text) -> changes.add(
                text.isEmpty() ? new FileChange.Remove(path) : new FileChange.Put(path, FileContent.text(text))));
        CommitId head = git.resolve(repository, "refs/heads/main").orElse(null);
        NewCommit commit = new NewCommit(changes, "Change\n", new Commit.Person("Tester", "tester@example.org"));
        PushOutcome outcome = git.push(repository, new BranchUpdate("main", head, head, List.of(commit)));
        return ((PushOutcome.Pushed) outcome).commits().getLast();
    }
}
