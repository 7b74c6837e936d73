package dev.slipway.promotion.flow;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.git.HostedRelease;
import dev.slipway.kernel.Release;
import dev.slipway.platform.Environment;
import dev.slipway.platform.GateDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.PromotionRule;
import dev.slipway.platform.RegisteredService;
import dev.slipway.promotion.EnvironmentStanding;
import dev.slipway.promotion.EnvironmentStanding.Hold;
import dev.slipway.promotion.GateVerdict;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionState;
import dev.slipway.promotion.Veto;
import dev.slipway.promotion.gates.ApprovalGate;
import dev.slipway.promotion.gates.GateQuestion;
import dev.slipway.promotion.store.DecisionStore;
import dev.slipway.promotion.store.PromotionStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers "how does it stand, and why does it not move". */
@Component
class Standings {

    private final Platforms platforms;
    private final DesiredState desired;
    private final Candidates candidates;
    private final PromotionStore promotions;
    private final DecisionStore decisions;
    private final Questions questions;
    private final ApprovalGate approvals;
    private final Versions versions;

    Standings(
            Platforms platforms,
            DesiredState desired,
            Candidates candidates,
            PromotionStore promotions,
            DecisionStore decisions,
            Questions questions,
            ApprovalGate approvals,
            Versions versions) {
        this.platforms = platforms;
        this.desired = desired;
        this.candidates = candidates;
        this.promotions = promotions;
        this.decisions = decisions;
        this.questions = questions;
        this.approvals = approvals;
        this.versions = versions;
    }

    List<EnvironmentStanding> of(RegisteredService service) {
        return platforms.current().environments().stream()
                .filter(environment ->
                        desired.find(service.name(), environment.name()).isPresent())
                .map(environment -> standing(service, environment))
                .toList();
    }

    private EnvironmentStanding standing(RegisteredService service, Environment environment) {
        Release live = desired.find(service.name(), environment.name())
                .map(DesiredApplication::release)
                .orElse(null);
        Release candidate = candidates
                .candidate(service.name(), service.repository(), environment)
                .orElse(null);
        Veto veto = candidates
                .vetoed(service.name(), service.repository(), environment)
                .orElse(null);
        Promotion open = promotions.open(service.name(), environment.name()).orElse(null);
        Hold hold = decisions.hold(service.name(), environment.name()).orElse(null);
        return new EnvironmentStanding(
                environment.name(),
                live,
                live != null && promotions.isFirst(service.name(), environment.name(), live),
                candidate,
                veto,
                open,
                hold,
                explanation(service, environment, candidate, veto, open, hold));
    }

    private String explanation(
            RegisteredService service,
            Environment environment,
            @Nullable Release candidate,
            @Nullable Veto veto,
            @Nullable Promotion open,
            @Nullable Hold hold) {
        if (open != null) {
            return words(open);
        }
        if (candidate == null) {
            return veto == null ? "" : veto.problem(service.name()).toString();
        }
        if (hold != null) {
            return "On hold since " + hold.since().truncatedTo(ChronoUnit.SECONDS) + ": " + hold.reason() + ".";
        }
        return promotions
                .lastAttempt(service.name(), environment.name(), candidate)
                .map(attempt -> afterwards(attempt, environment))
                .orElseGet(() -> untried(service, environment, candidate));
    }

    /** Nothing is asked for where builds are deployed: there another build is what helps. */
    private static String afterwards(Promotion attempt, Environment environment) {
        String reason = attempt.message().isEmpty() ? "" : " " + attempt.message();
        String next = environment.gated()
                ? "ask for its promotion to try again: slipway promote " + attempt.service() + " " + attempt.to() + "."
                : "it is not tried again. Push a commit that puts right what was wrong: its build is deployed here.";
        return "Release " + attempt.release().id() + " was tried and did not get here; " + next + reason;
    }

    private String untried(RegisteredService service, Environment environment, Release candidate) {
        String what = "Release " + candidate.id();
        return switch (environment.promotion().map(PromotionRule::trigger).orElse(PromotionRule.Trigger.AUTOMATIC)) {
            case MANUAL -> what + " waits for somebody to promote it.";
            case RELEASE -> unpublished(service, candidate);
            case AUTOMATIC -> what + " is about to be taken up.";
        };
    }

    private String unpublished(RegisteredService service, Release candidate) {
        String what = "Release " + candidate.id();
        Optional<HostedRelease> version = versions.of(candidate);
        if (version.isEmpty()) {
            return what + " waits for a version: publish vX.Y.Z of commit "
                    + candidate.commit().value().substring(0, 12) + ", or promote it.";
        }
        return versions.asksForPromotion(version.get(), service)
                ? what + " is about to be taken up as " + version.get().tag() + "."
                : version.get().tag() + " was published by \"" + version.get().author()
                        + "\", who may not promote this service. Somebody who may has to ask for it.";
    }

    private static String words(Promotion open) {
        String what = switch (open.state()) {
            case PENDING, RUNNING -> open.message().isEmpty() ? "The gates are being evaluated." : open.message();
            case COMMITTING -> "Is being written to Git. " + open.message();
            case DEPLOYING -> "Is being deployed. " + open.message();
            case SUCCEEDED, FAILED, REJECTED, SUPERSEDED, CANCELLED -> open.message();
        };
        Optional<Instant> earliest = open.gates().stream()
                .map(GateVerdict::earliest)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
        return (what
                        + earliest.map(at -> " Not before " + at.truncatedTo(ChronoUnit.SECONDS) + ".")
                                .orElse(""))
                .strip();
    }

    List<Promotion> awaitingApprovalBy(String account) {
        return promotions.open().stream()
                .filter(promotion -> promotion.state() == PromotionState.RUNNING)
                .filter(promotion -> questions
                        .about(promotion)
                        .filter(question -> awaits(question, account))
                        .isPresent())
                .toList();
    }

    private boolean awaits(GateQuestion question, String account) {
        return question.rule().gates().stream()
                .filter(GateDefinition.Approval.class::isInstance)
                .map(GateDefinition.Approval.class::cast)
                .anyMatch(gate -> approvals.refusal(gate, question, account).isEmpty()
                        && decisions.words(question.promotion().id()).stream()
                                .noneMatch(word -> word.account().equals(account)
                                        && word.basis().equals(question.basis(gate))));
    }
}
