package dev.slipway.desiredstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.desiredstate.check.Proposal;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchProtection;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.MergeOutcome;
import dev.slipway.git.NewCommit;
import dev.slipway.git.NewPullRequest;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PushOutcome;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether what is merged is what was judged, with real Git, writer and checks. */
@DesiredStateTest
class MergedPullsIT {

    private static final String CHECK = "slipway/desired-state";
    private static final String DEFINITION = "platform.yaml";
    private static final Actor SLIPWAY = Actor.system("test");

    @Autowired
    PlatformPulls pulls;

    @Autowired
    GitHost host;

    @Autowired
    GitContent git;

    @BeforeEach
    void declareTheServiceOnce() {
        pulls.declareTheService();
    }

    /** Not even who may push to main merges it. */
    @Test
    void refusesWhatBreaksTogetherWithWhatWasMergedAMomentAgo() {
        PullRequest first = green(Map.of("teams/auditors.yaml", group("auditors")));
        PullRequest second = green(Map.of("teams/more-auditors.yaml", group("auditors")));

        assertThat(merge(first)).isInstanceOf(MergeOutcome.Merged.class);
        assertThat(merge(second).toString())
                .contains("Refused", "teams/more-auditors.yaml:", "is defined a second time");
        assertThat(git.snapshot(PlatformPulls.PLATFORM, pulls.main()).isFile("teams/more-auditors.yaml"))
                .isFalse();
    }

    @Test
    void asksTheGatesThatMainHasSinceAMomentAgo() {
        String open = git.snapshot(PlatformPulls.PLATFORM, pulls.main())
                .text(DEFINITION)
                .orElseThrow();
        PullRequest gates = green(pulls.changed(DEFINITION, MergedPullsIT::withDevBehindGates));
        PullRequest release = green(pulls.changed(
                "applications/pricing-api/dev.yaml", text -> text.replace("enabled: false", "enabled: true")));

        assertThat(merge(gates)).isInstanceOf(MergeOutcome.Merged.class);
        MergeOutcome outcome = merge(release);
        pulls.push("main", pulls.main(), Map.of(DEFINITION, open));
        assertThat(outcome.toString()).contains("Refused", "runs in \"dev\", which is reached through gates only");
    }

    @Test
    void mergesWhatTheCheckIsNotRequiredFor() {
        BranchProtection protection =
                host.protection(PlatformPulls.PLATFORM, "main").orElseThrow();
        PullRequest pull = pulls.propose(pulls.changed(
                "applications/pricing-api/production.yaml", text -> text.replace("enabled: false", "enabled: true")));
        assertThat(pulls.status(pull, CHECK).state()).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(merge(pull)).isInstanceOf(MergeOutcome.Refused.class);

        host.protect(PlatformPulls.PLATFORM, new BranchProtection("main", Set.of(), Set.of()), SLIPWAY);
        MergeOutcome outcome = merge(pull);
        host.protect(PlatformPulls.PLATFORM, protection, SLIPWAY);
        pulls.push(
                "main",
                pulls.main(),
                pulls.changed(
                        "applications/pricing-api/production.yaml",
                        text -> text.replace("enabled: true", "enabled: false")));
        assertThat(outcome).isInstanceOf(MergeOutcome.Merged.class);
    }

    @Test
    void judgesTheTreeThatTheMergeCommitHasWhereThereAreSeveralMergeBases() {
        RepositoryRef repository = new RepositoryRef("acme", "criss-cross");
        host.create(repository, "", SLIPWAY);
        CommitId start = commit(repository, "main", null, Map.of("a", "1\n", "b", "1\n"));
        CommitId one = commit(repository, "one", start, Map.of("a", "2\n"));
        commit(repository, "two", start, Map.of("b", "2\n"));
        commit(repository, "back", one, Map.of("c", "c\n"));
        merge(open(repository, "one", "main"));
        merge(open(repository, "two", "main"));
        merge(open(repository, "two", "back"));
        commit(repository, "back", null, Map.of("a", "1\n", "b", "1\n"));
        PullRequest pull = open(repository, "back", "main");

        Proposal.Clean judged = (Proposal.Clean) Proposal.of(git, repository, pull.base(), pull.head());
        MergeOutcome.Merged merged = (MergeOutcome.Merged) merge(pull);

        assertThat(git.snapshot(repository, merged.commit()).contentId(""))
                .isEqualTo(judged.after().contentId(""))
                .isPresent();
        assertThat(git.changedPaths(repository, start, merged.commit())).containsExactly("c");
    }

    private PullRequest green(Map<String, String> files) {
        PullRequest pull = pulls.propose(files);
        assertThat(pulls.status(pull, CHECK).state()).isEqualTo(CommitStatus.State.SUCCESS);
        return pull;
    }

    /** At once, and again only where Slipway itself moved main in that very moment. */
    private MergeOutcome merge(PullRequest pull) {
        return await().atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .until(
                        () -> host.merge(pull.ref(), pull.head(), SLIPWAY),
                        outcome -> !(outcome instanceof MergeOutcome.Stale)
                                && !outcome.toString().contains("Main has moved"));
    }

    private PullRequest open(RepositoryRef repository, String branch, String target) {
        return host.open(new NewPullRequest(repository, branch, target, "Merge it", ""), SLIPWAY);
    }

    private CommitId commit(
            RepositoryRef repository, String branch, @Nullable CommitId base, Map<String, String> files) {
        CommitId head = git.resolve(repository, "refs/heads/" + branch).orElse(null);
        List<FileChange> changes = files.entrySet().stream()
                .<FileChange>map(each -> new FileChange.Put(each.getKey(), FileContent.text(each.getValue())))
                .toList();
        NewCommit commit = new NewCommit(changes, "Change something", new Commit.Person("rosa", "rosa@example.com"));
        PushOutcome outcome =
                git.push(repository, new BranchUpdate(branch, head, head == null ? base : head, List.of(commit)));
        return ((PushOutcome.Pushed) outcome).commits().getLast();
    }

    private static String group(String name) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata:
                  name: %s
                spec:
                  type: group
                  children: []
                  members: [paula]
                """.formatted(name);
    }

    /** Dev comes after staging, which builds deploy to. */
    private static String withDevBehindGates(String definition) {
        int dev = definition.indexOf("    - name: dev\n");
        int staging = definition.indexOf("    - name: staging\n");
        int previews = definition.indexOf("  previews:\n");
        String gated = definition.substring(dev, staging).replace("deploys: on-build", """
                promotes:
                        from: staging
                        trigger: manual
                        gates:
                          - verified: staging""");
        String free = definition
                .substring(staging, previews)
                .replaceFirst("(?s)promotes:\n        from: dev.*?1m}", "deploys: on-build");
        return definition.substring(0, dev) + free + gated + definition.substring(previews);
    }
}
