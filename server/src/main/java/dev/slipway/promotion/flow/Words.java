package dev.slipway.promotion.flow;

import dev.slipway.audit.Audit;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.GateDefinition;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionException;
import dev.slipway.promotion.PromotionId;
import dev.slipway.promotion.PromotionState;
import dev.slipway.promotion.gates.ApprovalGate;
import dev.slipway.promotion.gates.GateQuestion;
import dev.slipway.promotion.store.DecisionStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** People's words on promotions that wait: approvals, rejections, and gates that they let pass. */
@Component
class Words {

    private final Lookup lookup;
    private final DecisionStore decisions;
    private final Questions questions;
    private final ApprovalGate approvals;
    private final Shown shown;
    private final Permissions permissions;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Words(
            Lookup lookup,
            DecisionStore decisions,
            Questions questions,
            ApprovalGate approvals,
            Shown shown,
            Permissions permissions,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.lookup = lookup;
        this.decisions = decisions;
        this.questions = questions;
        this.approvals = approvals;
        this.shown = shown;
        this.permissions = permissions;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Counts only if the gate takes this account's word, and only for what the account was shown. */
    void approve(PromotionId id, @Nullable String over, String comment, Actor actor) {
        say(id, true, over, comment, actor);
    }

    /** A candidate that is not wanted is not wanted over any other Release either. */
    void reject(PromotionId id, String reason, Actor actor) {
        say(id, false, null, reason, actor);
    }

    private void say(PromotionId id, boolean approved, @Nullable String over, String comment, Actor actor) {
        Promotion promotion = lookup.promotion(id);
        permissions.require(actor, Permission.APPROVE, lookup.team(promotion));
        lookup.requireWaiting(promotion);
        GateQuestion question =
                questions.about(promotion).orElseThrow(() -> conflict("Promotion " + id + " has no gates any more."));
        shown.requireLive(promotion.service(), promotion.to(), "over", over, question.live());
        GateDefinition.Approval gate = approvalGate(question);
        approvals.refusal(gate, question, actor.account()).ifPresent(reason -> {
            throw new PromotionException(
                    ProblemCode.REFUSED,
                    Problem.of("Your " + (approved ? "approval" : "rejection") + " does not count: " + reason)
                            .next("Ask a member of "
                                    + String.join(" or ", gate.from())
                                            .replace("{team}", question.team().value()) + " who is no author."));
        });
        transaction.executeWithoutResult(_ -> {
            decisions.say(
                    id,
                    new DecisionStore.Word(actor.account(), approved, comment, question.basis(gate), clock.instant()));
            audit.record(
                    actor,
                    approved ? "promotion.approved" : "promotion.rejected",
                    subject(promotion.service(), promotion.to()),
                    Map.of(
                            "promotion",
                            id.toString(),
                            "release",
                            promotion.release().id(),
                            "comment",
                            comment));
        });
    }

    private static GateDefinition.Approval approvalGate(GateQuestion question) {
        return question.rule().gates().stream()
                .filter(GateDefinition.Approval.class::isInstance)
                .map(GateDefinition.Approval.class::cast)
                .findFirst()
                .orElseThrow(() -> conflict("Nobody's approval is needed for "
                        + question.promotion().to() + "."));
    }

    /** Passes one gate without its condition, for a reason. */
    void override(PromotionId id, String gate, @Nullable String over, String reason, Actor actor) {
        Promotion promotion = lookup.promotion(id);
        permissions.require(actor, Permission.LIFT_HOLD, lookup.team(promotion));
        lookup.requireWaiting(promotion);
        lookup.reason(reason);
        GateQuestion question =
                questions.about(promotion).orElseThrow(() -> conflict("Promotion " + id + " has no gates any more."));
        shown.requireLive(promotion.service(), promotion.to(), "over", over, question.live());
        exclusion(gate(question, gate), question, actor).ifPresent(why -> {
            throw new PromotionException(
                    ProblemCode.REFUSED,
                    Problem.of("You may not let \"" + gate + "\" pass: " + why)
                            .next("Ask somebody who may lift holds and is no author."));
        });
        transaction.executeWithoutResult(_ -> {
            decisions.exempt(id, new DecisionStore.Exemption(gate, actor.account(), reason, clock.instant()));
            audit.record(
                    actor,
                    "promotion.gate-overridden",
                    subject(promotion.service(), promotion.to()),
                    Map.of("promotion", id.toString(), "gate", gate, "reason", reason));
        });
    }

    /** The keys of the gates that this actor may let pass. */
    List<String> overridable(PromotionId id, Actor actor) {
        Promotion promotion = lookup.promotion(id);
        return questions
                .about(promotion)
                .filter(_ -> promotion.state() == PromotionState.RUNNING)
                .filter(question -> permissions.allows(actor, Permission.LIFT_HOLD, question.team()))
                .map(question -> question.rule().gates().stream()
                        .filter(gate -> exclusion(gate, question, actor).isEmpty())
                        .map(GateDefinition::key)
                        .toList())
                .orElse(List.of());
    }

    private static GateDefinition gate(GateQuestion question, String key) {
        List<GateDefinition> gates = question.rule().gates();
        return gates.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new PromotionException(
                        ProblemCode.INVALID,
                        Problem.at("gate", "Promotion " + question.promotion().id() + " has no gate \"" + key + "\".")
                                .expecting("one of "
                                        + gates.stream()
                                                .map(GateDefinition::key)
                                                .toList())));
    }

    /** Who may not approve may not do without the approval either. */
    private Optional<String> exclusion(GateDefinition gate, GateQuestion question, Actor actor) {
        return gate instanceof GateDefinition.Approval approval
                ? approvals.exclusion(approval, question, actor)
                : Optional.empty();
    }

    private static String subject(ServiceName service, EnvironmentName environment) {
        return "service:" + service + "/" + environment;
    }

    private static PromotionException conflict(String message) {
        return new PromotionException(ProblemCode.CONFLICT, Problem.of(message));
    }
}
