package dev.slipway.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.identity.Role;
import dev.slipway.kernel.CommitId;
import dev.slipway.support.Callers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The built-in host keeps the contract, also over HTTP and after a crash. */
@GitTest
class EmbeddedGitHostIT extends GitHostContract {

    @Autowired
    private GitHost host;

    @Autowired
    private GitContent git;

    @Autowired
    private Callers callers;

    @Autowired
    private JdbcClient database;

    @Override
    protected GitHost host() {
        return host;
    }

    @Override
    protected GitContent git() {
        return git;
    }

    @Test
    void whoeverPushedOverHttpIsBehindTheCommit(@TempDir Path directory) {
        String token = callers.token("git-bob", Set.of(), Role.DEVELOPER);
        String url =
                "http://git-bob:" + token + "@127.0.0.1:" + callers.address().getPort() + "/git/" + repository + ".git";
        new GitCommandLine(directory).run("clone", "-q", url, "work");
        GitCommandLine work = new GitCommandLine(directory.resolve("work"));
        work.run("switch", "-q", "-c", "bobs");
        work.commit("b.txt", "b\n", "Not by Rosa, whatever the commit says");
        work.run("push", "-q", "origin", "bobs");

        assertThat(host.accountsBehind(repository, List.of(new CommitId(work.head()))))
                .containsExactly("git-bob");
    }

    @Test
    void aMergeWhoseBookkeepingWasCutOffIsFoundAgain() {
        PullRequest pull = propose("change", "a.txt", "a\n");
        CommitId base = main();
        assertThat(host.merge(pull.ref(), pull.head(), ANNA)).isInstanceOf(MergeOutcome.Merged.class);
        database.sql(
                        "update git_pull_requests set state = 'OPEN', merged_as = null, base = ? where repository = ? and number = ?")
                .params(base.value(), repository.toString(), pull.ref().number())
                .update();

        assertThat(now(pull).state()).isEqualTo(PullRequest.State.MERGED);
        assertThat(now(pull).mergedAs()).isEqualTo(main());
        assertThat(host.pullRequests(repository, PullRequest.State.OPEN)).isEmpty();
    }
}
