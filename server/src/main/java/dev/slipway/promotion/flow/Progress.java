package dev.slipway.promotion.flow;

import dev.slipway.changes.Change;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Intent;
import dev.slipway.changes.Outcome;
import dev.slipway.git.GitContent;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.Platforms;
import dev.slipway.promotion.GateVerdict;
import dev.slipway.promotion.GateVerdict.Verdict;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionChanged;
import dev.slipway.promotion.PromotionState;
import dev.slipway.promotion.gates.GateQuestion;
import dev.slipway.promotion.gates.Gates;
import dev.slipway.promotion.gates.LiveReleases;
import dev.slipway.promotion.gates.Liveness;
import dev.slipway.promotion.store.PromotionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves one promotion by at most one state. Everything it needs is in PostgreSQL, Git and the cluster. */
@Component
class Progress {

    private static final Duration LONGEST_DEPLOYMENT = Duration.ofMinutes(10);

    private final PromotionStore promotions;
    private final EndingServices ending;
    private final Obstacles obstacles;
    private final Questions questions;
    private final Gates gates;
    private final Deployments deployments;
    private final Changes changes;
    private final LiveReleases releases;
    private final GitContent git;
    private final Platforms platforms;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Progress(
            PromotionStore promotions,
            EndingServices ending,
            Obstacles obstacles,
            Questions questions,
            Gates gates,
            Deployments deployments,
            Changes changes,
            LiveReleases releases,
            GitContent git,
            Platforms platforms,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.promotions = promotions;
        this.ending = ending;
        this.obstacles = obstacles;
        this.questions = questions;
        this.gates = gates;
        this.deployments = deployments;
        this.changes = changes;
        this.releases = releases;
        this.git = git;
        this.platforms = platforms;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Whether it moved. */
    boolean advance(Promotion promotion) {
        boolean moved =
                ending.of(promotion).map(reason -> stop(promotion, reason)).orElseGet(() -> step(promotion));
        if (moved) {
            tell(promotion);
        }
        return moved;
    }

    /** What was written is not cancelled any more; what is being written is waited for, to know whether it was. */
    private boolean stop(Promotion promotion, String reason) {
        return switch (promotion.state()) {
            case COMMITTING ->
                switch (outcome(promotion)) {
                    case null -> false;
                    case Outcome.Committed committed -> promotions.deploy(promotion.id(), committed.commit());
                    case Outcome.Proposed _, Outcome.Conflict _, Outcome.Refused _ ->
                        end(promotion, PromotionState.CANCELLED, reason);
                };
            case DEPLOYING ->
                end(promotion, PromotionState.FAILED, "Its commit was written, but was not seen live: " + reason);
            case PENDING, RUNNING, SUCCEEDED, FAILED, REJECTED, SUPERSEDED, CANCELLED ->
                end(promotion, PromotionState.CANCELLED, reason);
        };
    }

    private @Nullable Outcome outcome(Promotion promotion) {
        return changes.find(Objects.requireNonNull(promotion.change()))
                .map(Change::outcome)
                .orElse(null);
    }

    private boolean step(Promotion promotion) {
        return switch (promotion.state()) {
            case PENDING ->
                promotions.move(promotion.id(), PromotionState.PENDING, PromotionState.RUNNING, "", clock.instant());
            case RUNNING -> askGates(promotion);
            case COMMITTING -> lookAtChange(promotion);
            case DEPLOYING -> lookAtCluster(promotion);
            case SUCCEEDED, FAILED, REJECTED, SUPERSEDED, CANCELLED -> false;
        };
    }

    private void tell(Promotion promotion) {
        events.publishEvent(new PromotionChanged(promotion.id()));
    }

    private void remark(Promotion promotion, String message) {
        if (promotions.remark(promotion.id(), message)) {
            tell(promotion);
        }
    }

    private boolean askGates(Promotion promotion) {
        Optional<String> obstacle = obstacles.of(promotion);
        if (obstacle.isPresent()) {
            return end(promotion, PromotionState.CANCELLED, obstacle.get());
        }
        if (promotion.kind() == Promotion.Kind.DEPLOYMENT) {
            return commit(promotion);
        }
        Optional<String> successor = obstacles.successor(promotion);
        if (successor.isPresent()) {
            return end(promotion, PromotionState.SUPERSEDED, successor.get());
        }
        return questions
                .about(promotion)
                .map(question -> askGates(promotion, question))
                .orElse(false);
    }

    private boolean askGates(Promotion promotion, GateQuestion question) {
        List<GateVerdict> verdicts = gates.evaluate(question);
        if (promotions.remember(promotion.id(), verdicts, blocked(verdicts))) {
            tell(promotion);
        }
        if (rejected(verdicts)) {
            return end(promotion, PromotionState.REJECTED, blocked(verdicts));
        }
        return Gates.open(verdicts) && commit(promotion);
    }

    private static boolean rejected(List<GateVerdict> verdicts) {
        return verdicts.stream().anyMatch(each -> each.gate().equals("approval") && each.verdict() == Verdict.FAIL);
    }

    /**
     * State and intent are stored together: a kill leaves both or neither. The gates took their time, in which a veto or a hold
     * may have come; the next round ends it then.
     */
    private boolean commit(Promotion promotion) {
        ChangeId change = ChangeId.random();
        boolean first = releases.in(promotion.service(), promotion.to()).isEmpty();
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean moved = obstacles.of(promotion).isEmpty()
                    && promotions.commit(promotion.id(), change, first, clock.instant());
            if (moved) {
                changes.submit(deployments.setRelease(promotion, change));
            }
            return moved;
        }));
    }

    private boolean lookAtChange(Promotion promotion) {
        return switch (outcome(promotion)) {
            case null -> false;
            case Outcome.Committed committed -> promotions.deploy(promotion.id(), committed.commit());
            case Outcome.Proposed proposed -> {
                remark(
                        promotion,
                        "Waits for pull request " + proposed.pullRequest() + "."
                                + obstacles
                                        .veto(promotion)
                                        .map(veto -> " " + veto)
                                        .orElse(""));
                yield false;
            }
            case Outcome.Conflict _
            when promotion.kind() == Promotion.Kind.ROLLBACK && mayInvert(promotion) -> invert(promotion);
            case Outcome.Conflict conflict -> end(promotion, PromotionState.FAILED, sentence(conflict.problems()));
            case Outcome.Refused refused -> end(promotion, PromotionState.FAILED, sentence(refused.problems()));
        };
    }

    /** Only a revert is replaced by its inverse, and only once. */
    private boolean mayInvert(Promotion promotion) {
        return changes.find(Objects.requireNonNull(promotion.change()))
                .filter(change -> change.request().intent() instanceof Intent.Revert)
                .isPresent();
    }

    /** The file was changed since: the Release before is written onto the newest tip instead. */
    private boolean invert(Promotion promotion) {
        ChangeId change = ChangeId.random();
        transaction.executeWithoutResult(_ -> {
            if (promotions.recommit(promotion.id(), change)) {
                changes.submit(deployments.setBack(promotion, change));
            }
        });
        return false;
    }

    private boolean lookAtCluster(Promotion promotion) {
        Liveness liveness = releases.of(promotion.service(), promotion.to(), promotion.release());
        return switch (liveness) {
            case Liveness.Live live
            when synced(promotion, live.state().revision()) ->
                end(
                        promotion,
                        PromotionState.SUCCEEDED,
                        "Live since " + live.since().truncatedTo(ChronoUnit.SECONDS) + ".");
            case Liveness.Live _ -> waitOrGiveUp(promotion, "The cluster has not synced the commit yet.");
            case Liveness.NotYet notYet -> waitOrGiveUp(promotion, notYet.reason());
            case Liveness.Unknown unknown -> waitOrGiveUp(promotion, unknown.reason());
            case Liveness.Broken broken -> end(promotion, PromotionState.FAILED, broken.reason());
        };
    }

    /** The synced revision contains the promotion's commit; other services' commits move it on all the time. */
    private boolean synced(Promotion promotion, @Nullable CommitId revision) {
        RepositoryRef platform = platforms.current().repository();
        CommitId commit = Objects.requireNonNull(promotion.commit());
        return revision != null && (commit.equals(revision) || git.isAncestor(platform, commit, revision));
    }

    private boolean waitOrGiveUp(Promotion promotion, String reason) {
        Instant since = promotions.committingAt(promotion.id()).orElse(promotion.requestedAt());
        if (clock.instant().isAfter(since.plus(LONGEST_DEPLOYMENT))) {
            return end(promotion, PromotionState.FAILED, "Not live after 10 minutes. " + reason);
        }
        remark(promotion, reason);
        return false;
    }

    private boolean end(Promotion promotion, PromotionState state, String message) {
        return promotions.move(promotion.id(), promotion.state(), state, message, clock.instant());
    }

    private static String blocked(List<GateVerdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.verdict() != Verdict.PASS && verdict.verdict() != Verdict.OVERRIDDEN)
                .map(verdict -> verdict.gate() + ": " + verdict.reason())
                .collect(Collectors.joining(" "));
    }

    private static String sentence(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining(" "));
    }
}
