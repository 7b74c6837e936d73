package dev.slipway.previews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.delivery.Health;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.git.Comment;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.FileChange;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Previews with real Git and PostgreSQL. */
class PreviewsIT {

    private static final ServiceName SHOP = new ServiceName("shop");

    private final PreviewsWorld world = new PreviewsWorld(3, "shop", "till");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aPullRequestIsPreviewedOnceItsCommitIsBuilt() {
        PullRequest pull = world.open("shop", "feature", "rosa");
        world.settle();
        assertThat(preview(pull).state()).isEqualTo(PreviewState.BUILDING);
        assertThat(left()).isEmpty();

        built(pull);
        world.settle();

        assertThat(preview(pull).state()).isEqualTo(PreviewState.READY);
        DesiredApplication application =
                world.running().application("shop-pr-1").orElseThrow();
        assertThat(application.problems()).isEmpty();
        assertThat(application.commit()).isEqualTo(pull.head());
        assertThat(application.namespace()).isEqualTo("red-dev-shop-pr-1");
        assertThat(world.gateway.asked).contains("shop-pr-1-red.localhost/ready");
    }

    @Test
    void thePullRequestHasOneCommentAndAStatusWithTheAddress() {
        PullRequest pull = built(world.open("shop", "feature", "rosa"));
        world.settle();
        CommitId second = world.commit("shop", "feature", "two");
        world.settle();
        world.builds.succeed(pull.ref().repository(), second);
        world.settle();

        assertThat(world.host.comments(pull.ref()))
                .singleElement()
                .extracting(Comment::markdown)
                .asString()
                .contains("http://shop-pr-1-red.localhost:7070/")
                .contains(second.brief());
        assertThat(status(pull, second).state()).isEqualTo(CommitStatus.State.SUCCESS);
        assertThat(status(pull, second).description()).isEqualTo("http://shop-pr-1-red.localhost:7070/");
    }

    @Test
    void nothingIsSaidTwice() {
        PullRequest pull = built(world.open("shop", "feature", "rosa"));
        world.settle();
        Comment comment = world.host.comments(pull.ref()).getFirst();

        world.clock.advance(Duration.ofMinutes(5));
        world.settle();

        assertThat(world.host.comments(pull.ref())).containsExactly(comment);
    }

    @Test
    void anEarlierCommitIsShownWhileTheNextIsBuiltAndWhenItFails() {
        PullRequest pull = built(world.open("shop", "feature", "rosa"));
        world.settle();
        CommitId second = world.commit("shop", "feature", "two");
        world.builds.fail(pull.ref().repository(), second);
        world.settle();

        assertThat(preview(pull).shown()).contains(pull.head());
        assertThat(preview(pull).failed()).isEqualTo(PreviewStep.BUILD);
        assertThat(comment(pull))
                .contains("build failed")
                .contains("something is missing")
                .contains(pull.head().brief());
        assertThat(status(pull, second).state()).isEqualTo(CommitStatus.State.FAILURE);
    }

    @Test
    void anOverlayThatDoesNotRenderIsToldWithFileAndLine() {
        PullRequest pull = world.open("shop", "feature", "rosa");
        CommitId head = overlay(pull, "resources:\n  - nowhere.yaml\n");
        world.builds.succeed(pull.ref().repository(), head);
        world.settle();

        assertThat(preview(pull).failed()).isEqualTo(PreviewStep.RENDER);
        assertThat(comment(pull)).contains("nowhere.yaml");
        assertThat(left()).isEmpty();
    }

    @Test
    void aCommitWithoutOverlayIsToldSo() {
        PullRequest pull = world.open("shop", "feature", "rosa");
        CommitId head = world.push(
                pull.ref().repository(),
                "feature",
                pull.head(),
                List.of(new FileChange.Remove("deploy/overlays/preview")));
        world.builds.succeed(pull.ref().repository(), head);
        world.settle();

        assertThat(preview(pull).state()).isEqualTo(PreviewState.SKIPPED);
        assertThat(comment(pull)).contains("deploy/overlays/preview/kustomization.yaml");
    }

    @Test
    void podsThatDoNotStartAreToldWithTheirLastLines() {
        PullRequest pull = built(world.open("shop", "feature", "rosa"));
        world.engine.health = Health.DEGRADED;
        world.settle();

        assertThat(preview(pull).failed()).isEqualTo(PreviewStep.DEPLOY);
        assertThat(comment(pull))
                .contains("deploy failed")
                .contains("exit code 3")
                .contains("it ends here");
        world.engine.health = Health.HEALTHY;
        world.settle();
        assertThat(preview(pull).state()).isEqualTo(PreviewState.READY);
    }

    @Test
    void aPreviewThatDoesNotAnswerItsProbeIsNotAnnounced() {
        PullRequest pull = built(world.open("shop", "feature", "rosa"));
        world.gateway.status = 503;
        world.settle();
        assertThat(preview(pull).state()).isEqualTo(PreviewState.DEPLOYING);

        world.clock.advance(Duration.ofMinutes(1));
        world.settle();

        assertThat(preview(pull).failed()).isEqualTo(PreviewStep.PROBE);
        assertThat(comment(pull)).contains("probe failed").contains("status 503");
    }

    @Test
    void aCloseThatOvertakesItsOpenLeavesNothing() {
        PullRequest pull = built(world.open("shop", "feature", "rosa"));
        world.sweep();
        world.host.close(pull.ref(), PreviewsWorld.ROSA);
        world.settle();

        assertThat(left()).isEmpty();
        assertThat(world.preview(pull.ref())).isEmpty();
    }

    @Test
    void aPushAfterTheCloseOpensNothing() {
        PullRequest pull = built(world.open("shop", "feature", "rosa"));
        world.host.close(pull.ref(), PreviewsWorld.ROSA);
        world.builds.succeed(pull.ref().repository(), world.commit("shop", "feature", "late"));
        world.settle();

        assertThat(left()).isEmpty();
    }

    @Test
    void theNewestWaitsBeyondTheTeamsLimitAndComesWhenOneGoes() {
        PullRequest first = built(world.open("shop", "one", "rosa"));
        for (String branch : List.of("two", "three")) {
            world.clock.advance(Duration.ofMinutes(1));
            built(world.open("till", branch, "rosa"));
        }
        world.clock.advance(Duration.ofMinutes(1));
        PullRequest newest = built(world.open("shop", "four", "rosa"));
        world.settle();
        assertThat(preview(newest).state()).isEqualTo(PreviewState.WAITING);
        assertThat(comment(newest)).contains("Team red has 3 previews");

        world.host.close(first.ref(), PreviewsWorld.ROSA);
        world.settle();

        assertThat(preview(newest).state()).isEqualTo(PreviewState.READY);
    }

    @Test
    void aPreviewEndsWhenNothingIsPushedAndComesBackWithAPush() {
        PullRequest pull = built(world.open("shop", "feature", "rosa"));
        world.settle();
        world.clock.advance(FakePlatform.TIME_TO_LIVE);
        world.settle();
        assertThat(preview(pull).state()).isEqualTo(PreviewState.ENDED);
        assertThat(left()).isEmpty();

        CommitId second = world.commit("shop", "feature", "two");
        world.builds.succeed(pull.ref().repository(), second);
        world.settle();

        assertThat(preview(pull).shown()).contains(second);
    }

    @Test
    void aPreviewThatSomebodyUsesStays() {
        PullRequest pull = built(world.open("shop", "feature", "rosa"));
        world.settle();
        world.clock.advance(FakePlatform.TIME_TO_LIVE.minusMinutes(5));
        Instant asked = world.clock.instant();
        world.measurements.last.put("shop-pr-1", asked);
        world.settle();

        world.clock.advance(Duration.ofMinutes(10));
        world.settle();

        assertThat(preview(pull).state()).isEqualTo(PreviewState.READY);
        assertThat(preview(pull).expiresAt()).isEqualTo(asked.plus(FakePlatform.TIME_TO_LIVE));
        world.clock.advance(FakePlatform.TIME_TO_LIVE);
        world.settle();
        assertThat(preview(pull).state()).isEqualTo(PreviewState.ENDED);
        assertThat(preview(pull).message()).contains("nobody asked for it");
    }

    @Test
    void whatStandsStillIsNotLookedAtAgainAndAgain() {
        built(world.open("shop", "feature", "rosa"));
        world.settle();
        world.watch();
        int asked = world.engine.asked;

        world.watch();
        world.watch();

        assertThat(world.engine.asked).isEqualTo(asked);
        world.clock.advance(Duration.ofMinutes(1));
        world.watch();
        assertThat(world.engine.asked).isGreaterThan(asked);
    }

    @Test
    void theLabelKeepSuspendsTheTimeToLive() {
        PullRequest pull = built(world.open("shop", "feature", "rosa"));
        world.host.label(pull.ref(), "keep", PreviewsWorld.ROSA);
        world.settle();
        world.clock.advance(Duration.ofDays(100));
        world.settle();

        assertThat(preview(pull).state()).isEqualTo(PreviewState.READY);
        assertThat(preview(pull).expiresAt()).isNull();
    }

    @Test
    void aStrangersCommitNeedsAMaintainersApprovalAndSoDoesTheNext() {
        PullRequest pull = built(world.open("shop", "feature", "sam"));
        world.people.strangers.add("sam");
        world.settle();
        assertThat(preview(pull).state()).isEqualTo(PreviewState.WAITING);
        assertThat(left()).isEmpty();

        assertThatThrownBy(() -> world.previews.approve(SHOP, 1, pull.head(), new Actor.Person("sam")))
                .hasMessageContaining("stranger");
        world.previews.approve(SHOP, 1, pull.head(), PreviewsWorld.ROSA);
        world.settle();
        assertThat(preview(pull).state()).isEqualTo(PreviewState.READY);

        CommitId second = world.commit("shop", "feature", "two");
        world.builds.succeed(pull.ref().repository(), second);
        world.settle();
        assertThat(preview(pull).state()).isEqualTo(PreviewState.WAITING);
        assertThat(left()).isEmpty();
        assertThatThrownBy(() -> world.previews.approve(SHOP, 1, pull.head(), PreviewsWorld.ROSA))
                .hasMessageContaining("not the newest");
    }

    @Test
    void anApprovalIsOfACommitAndOutlivesTheClosingOfItsPullRequest() {
        PullRequest pull = built(world.open("shop", "feature", "sam"));
        world.people.strangers.add("sam");
        world.settle();
        world.previews.approve(SHOP, 1, pull.head(), PreviewsWorld.ROSA);
        world.settle();

        world.host.close(pull.ref(), PreviewsWorld.ROSA);
        world.settle();
        assertThat(world.preview(pull.ref())).isEmpty();
        world.host.reopen(pull.ref(), PreviewsWorld.ROSA);
        world.settle();

        assertThat(preview(pull).state()).isEqualTo(PreviewState.READY);
    }

    @Test
    void whatSomebodyEndedStaysAwayUntilTheNextCommitOrARenewal() {
        PullRequest pull = built(world.open("shop", "feature", "rosa"));
        world.settle();
        world.previews.end(SHOP, 1, PreviewsWorld.ROSA);
        world.settle();
        assertThat(left()).isEmpty();

        world.previews.renew(SHOP, 1, PreviewsWorld.ROSA);
        world.settle();

        assertThat(preview(pull).state()).isEqualTo(PreviewState.READY);
    }

    @Test
    void orphansGoWhoeverPutThemThere() {
        PullRequest pull = built(world.open("shop", "feature", "rosa"));
        world.settle();
        TreeEntry file =
                world.tip().entry("applications/shop/previews/pr-1.yaml").orElseThrow();
        String orphan =
                new String(world.tip().read(file.path()), StandardCharsets.UTF_8).replace("shop-pr-1", "shop-pr-77");
        world.push(
                new RepositoryRef("acme", "platform"),
                "main",
                world.tip().commit(),
                List.of(new FileChange.Put("applications/shop/previews/pr-77.yaml", FileContent.text(orphan))));

        world.settle();

        assertThat(world.tip().isFile("applications/shop/previews/pr-77.yaml")).isFalse();
        assertThat(preview(pull).state()).isEqualTo(PreviewState.READY);
    }

    @Test
    void thousandsAreFoundPageByPageEachOnce() {
        world.database().sql("""
                        insert into previews_previews (repository, number, service, team, title, author, head, opened_at,
                            active_at, kept, state, message, log, images, host, namespace, told)
                        select 'acme/shop', n, case when n % 2 = 0 then 'shop' else 'till' end,
                            case when n % 5 = 0 then 'blue' else 'red' end, 'Change', 'rosa', repeat('a', 40),
                            timestamptz '2026-11-21 10:00:00Z' + (n / 3) * interval '1 second', now(), false,
                            case when n % 10 = 0 then 'WAITING' else 'READY' end, '', '', '', '', '', ''
                        from generate_series(1, 5000) n
                        """).update();

        Set<Integer> numbers = new HashSet<>();
        for (int offset = 0; offset < 5000; offset += 500) {
            PreviewPage page = world.previews.list(new PreviewQuery(null, null, null, offset, 500));
            assertThat(page.total()).isEqualTo(5000);
            page.previews().forEach(each -> numbers.add(each.pullRequest().number()));
        }

        assertThat(numbers).hasSize(5000);
        PreviewPage last = world.previews.list(new PreviewQuery(null, null, null, 4990, 500));
        assertThat(last.previews())
                .hasSize(10)
                .last()
                .matches(each -> each.pullRequest().number() < 3);
        assertThat(world.previews
                        .list(new PreviewQuery(FakePlatform.RED, SHOP, PreviewState.READY, 0, 25))
                        .total())
                .isEqualTo(2000);
        assertThat(world.previews
                        .list(new PreviewQuery(null, SHOP, PreviewState.WAITING, 490, 25))
                        .previews())
                .hasSize(10);
    }

    @Test
    void twoServicesWithTheSameNumberNeverTouchEachOther() {
        PullRequest shop = built(world.open("shop", "feature", "rosa"));
        PullRequest till = built(world.open("till", "feature", "rosa"));
        world.settle();
        assertThat(shop.ref().number()).isEqualTo(till.ref().number());

        world.host.close(shop.ref(), PreviewsWorld.ROSA);
        world.settle();

        assertThat(left()).isNotEmpty().allMatch(path -> path.contains("till"));
        assertThat(preview(till).state()).isEqualTo(PreviewState.READY);
    }

    private PullRequest built(PullRequest pull) {
        world.builds.succeed(pull.ref().repository(), pull.head());
        return pull;
    }

    private CommitId overlay(PullRequest pull, String kustomization) {
        return world.push(
                pull.ref().repository(),
                pull.sourceBranch(),
                pull.head(),
                List.of(new FileChange.Put(SampleOverlay.KUSTOMIZATION, FileContent.text(kustomization))));
    }

    private Preview preview(PullRequest pull) {
        return world.preview(pull.ref()).orElseThrow();
    }

    private String comment(PullRequest pull) {
        return world.host.comments(pull.ref()).getFirst().markdown();
    }

    private CommitStatus status(PullRequest pull, CommitId commit) {
        return world.host.statuses(pull.ref().repository(), commit).stream()
                .filter(status -> status.context().equals("slipway/preview"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> left() {
        return Traces.of(world.tip());
    }
}
