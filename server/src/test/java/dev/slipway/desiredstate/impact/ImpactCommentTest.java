package dev.slipway.desiredstate.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.impact.ImpactGroup.Action;
import dev.slipway.gitops.impact.ImpactReport;
import dev.slipway.gitops.impact.ImpactReport.Environment;
import dev.slipway.gitops.impact.ImpactReport.Group;
import dev.slipway.gitops.impact.ImpactReport.Statement;
import dev.slipway.gitops.impact.Member;
import dev.slipway.gitops.impact.MemberNames;
import dev.slipway.gitops.impact.NotCompared;
import dev.slipway.gitops.impact.meaning.Severity;
import dev.slipway.kernel.CommitId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImpactCommentTest {

    private static final String PAGE = "https://slipway.acme.test/desired-state/impact/7";
    private static final Comparison COMPARISON =
            new Comparison(new CommitId("a".repeat(40)), new CommitId("b".repeat(40)), true);

    private static Group group(String words, int count) {
        List<Member> members = IntStream.range(0, count)
                .mapToObj(i -> new Member("shop-" + i + "-dev", "shop-" + i, "red", "spoke", "red-dev", "shop-" + i))
                .toList();
        return group(words, members);
    }

    private static Group group(String words, List<Member> members) {
        Statement statement = new Statement("workload.replicas", Severity.BREAKS, words);
        return new Group(
                Severity.BREAKS, "Deployment", Action.CHANGED, List.of(statement), List.of(), members.size(), members);
    }

    private static String comment(List<Group> groups, List<NotCompared> notCompared) {
        List<Environment> environments =
                groups.isEmpty() ? List.of() : List.of(new Environment("production", true, groups, 0));
        ImpactReport report = new ImpactReport(720, 240, environments, notCompared, 0);
        return ImpactComment.of(PAGE, StoredImpact.done(COMPARISON, report, Instant.EPOCH));
    }

    @Test
    void namesTheFirstOfManyAndLeadsToThePage() {
        assertThat(comment(List.of(group("Replicas: 3 → 0", 240)), List.of()))
                .contains("**1 breaks** in 240 of 720 Applications", "[Everything, field by field](" + PAGE + ")")
                .contains("- breaks: Replicas: 3 → 0 (Deployment of shop-0, shop-1, shop-2 and 237 more)");
    }

    @Test
    void namesClustersWhereAnotherHasItsLike() {
        List<Member> members = List.of(
                new Member("shop-eu", "shop", "red", "eu", "red-prod", "shop"),
                new Member("shop-us", "shop", "red", "us", "red-prod", "shop"));
        Group group = group("Replicas: 3 → 0", members);

        assertThat(comment(List.of(group), List.of()))
                .contains("(Deployment of shop in cluster eu, shop in cluster us)");
        Environment production = new Environment("production", true, List.of(group), 0);
        ShownGroup shown = new ShownGroup(group, 0, new MemberNames(production));
        assertThat(members).extracting(shown::name).containsExactly("shop in cluster eu", "shop in cluster us");
    }

    @Test
    void staysShortHoweverMuchChanges() {
        String comment = comment(Collections.nCopies(400, group("x".repeat(2_000), 3)), List.of());

        assertThat(comment).hasSizeLessThan(6_000).contains("- and 392 more");
    }

    @Test
    void writesWhatComesFromManifestsAsText() {
        String comment = comment(List.of(group("Host <img src=x> [a](b) @paula `c`", 1)), List.of());

        assertThat(comment).contains("\\<img src=x\\> \\[a\\](b)").doesNotContain("@paula");
    }

    @Test
    void neverTakesWhatIsNotKnownForNoChange() {
        NotCompared unread = new NotCompared("Application \"shop\"", "It cannot be read.", false);

        assertThat(comment(List.of(), List.of(unread)))
                .contains("Not known for 1 that cannot be read")
                .doesNotContain("Nothing changes");
        assertThat(comment(List.of(), List.of())).contains("Nothing changes in any environment.");
    }

    @Test
    void saysWhyThereIsNoComparison() {
        assertThat(ImpactComment.of(PAGE, StoredImpact.failed(COMPARISON, "Rebase the branch.", Instant.EPOCH)))
                .contains("Rebase the branch.", "Main at aaaaaaa", "this branch at bbbbbbb");
    }
}
