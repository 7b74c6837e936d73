package dev.slipway.previews.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.builds.BuildId;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.PreviewRules;
import dev.slipway.previews.PreviewState;
import dev.slipway.previews.PreviewStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WantedPreviewsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final RepositoryRef SHOP = new RepositoryRef("acme", "shop");
    private static final CommitId HEAD = new CommitId("a".repeat(40));
    private static final CommitId EARLIER = new CommitId("b".repeat(40));
    private static final Map<String, ImageDigest> IMAGES =
            Map.of("registry.localhost/acme/shop", new ImageDigest("sha256:" + "1".repeat(64)));
    private static final BuildFact BUILT = new BuildFact.Built(IMAGES);
    private static final OverlayFact RENDERS = new OverlayFact.Renders();

    @Test
    void showsTheNewestCommitWithItsOwnImage() {
        Decision decision = decide(pull(1, BUILT, RENDERS, NOW, true, false));

        assertThat(decision.release()).isEqualTo(new Release(SHOP, HEAD, IMAGES));
        assertThat(decision.state()).isEqualTo(PreviewState.DEPLOYING);
    }

    @Test
    void keepsWhatIsShownWhileTheNextCommitIsBuilt() {
        Decision decision = decide(pull(1, new BuildFact.Pending(new BuildId(7)), RENDERS, NOW, true, false));

        assertThat(decision.release()).isEqualTo(shown());
        assertThat(decision.state()).isEqualTo(PreviewState.BUILDING);
        assertThat(decision.message()).contains("build 7");
    }

    @Test
    void namesTheStepThatFailedAndKeepsWhatIsShown() {
        BuildFact failed = new BuildFact.Failed(new BuildId(7), "A test failed", List.of("last line"));
        Decision build = decide(pull(1, failed, RENDERS, NOW, true, false));
        Decision render = decide(pull(1, BUILT, new OverlayFact.Broken(List.of("x.yaml:3: no")), NOW, true, false));

        assertThat(build.failed()).isEqualTo(PreviewStep.BUILD);
        assertThat(build.log()).containsExactly("last line");
        assertThat(render.failed()).isEqualTo(PreviewStep.RENDER);
        assertThat(render.log()).containsExactly("x.yaml:3: no");
        assertThat(List.of(build, render)).allMatch(each -> shown().equals(each.release()));
    }

    @Test
    void endsAfterItsTimeToLiveToTheSecondUnlessItIsKept() {
        Instant week = NOW.minus(Duration.ofDays(7));

        assertThat(decide(pull(1, BUILT, RENDERS, week.plusSeconds(1), true, false))
                        .release())
                .isNotNull();
        assertThat(decide(pull(1, BUILT, RENDERS, week, true, false)).state()).isEqualTo(PreviewState.ENDED);
        assertThat(decide(pull(1, BUILT, RENDERS, week, true, true)).release()).isNotNull();
    }

    @Test
    void showsNothingOfAnAuthorWhoMayNotPush() {
        Decision decision = decide(pull(1, BUILT, RENDERS, NOW, false, false));

        assertThat(decision.release()).isNull();
        assertThat(decision.state()).isEqualTo(PreviewState.WAITING);
        assertThat(decision.message()).contains("maintainer").contains(HEAD.brief());
    }

    @Test
    void whatCannotBePreviewedTakesNobodysPlace() {
        PullRequestFacts without = pull(1, BUILT, new OverlayFact.Missing(), NOW, true, false);
        Map<PullRequestRef, Decision> decisions = WantedPreviews.of(
                List.of(without, pull(2, BUILT, RENDERS, NOW, true, false), pull(3, BUILT, RENDERS, NOW, true, false)),
                rules(),
                NOW);

        assertThat(decisions.values())
                .extracting(Decision::state)
                .containsExactly(PreviewState.SKIPPED, PreviewState.DEPLOYING, PreviewState.DEPLOYING);
    }

    @Test
    void theOrderInWhichPullRequestsAreListedMakesNoDifference() {
        List<PullRequestFacts> pulls = new ArrayList<>();
        for (int number = 1; number <= 5; number++) {
            pulls.add(pull(number, BUILT, RENDERS, NOW, true, false));
        }
        Map<PullRequestRef, Decision> inOrder = WantedPreviews.of(pulls, rules(), NOW);
        Collections.shuffle(pulls, new Random(7));

        assertThat(WantedPreviews.of(pulls, rules(), NOW)).isEqualTo(inOrder);
        assertThat(inOrder.values())
                .extracting(decision -> decision.release() != null)
                .containsExactly(true, true, false, false, false);
    }

    private static Decision decide(PullRequestFacts pull) {
        return WantedPreviews.of(List.of(pull), rules(), NOW)
                .values()
                .iterator()
                .next();
    }

    private static PullRequestFacts pull(
            int number, BuildFact build, OverlayFact overlay, Instant activeAt, boolean trusted, boolean kept) {
        return new PullRequestFacts(
                new PullRequestRef(SHOP, number),
                new ServiceName("shop"),
                new TeamName("red"),
                HEAD,
                NOW.minus(Duration.ofDays(30)).plusSeconds(number),
                activeAt,
                trusted,
                false,
                kept,
                false,
                build,
                overlay,
                shown());
    }

    private static Release shown() {
        return new Release(SHOP, EARLIER, IMAGES);
    }

    private static PreviewRules rules() {
        return new PreviewRules(
                new ClusterName("shared-dev"),
                "{team}-dev-{service}-pr-{number}",
                "{service}-pr-{number}-{team}.{domain}",
                "localhost",
                Duration.ofDays(7),
                2);
    }
}
