package dev.slipway.promotion.gates;

import dev.slipway.platform.GateDefinition;
import dev.slipway.promotion.GateVerdict;
import dev.slipway.promotion.GateVerdict.Evidence;
import dev.slipway.promotion.GateVerdict.Verdict;
import dev.slipway.promotion.store.DecisionStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks every gate of a rule. A gate that cannot answer says UNKNOWN, which blocks. */
@Component
public class Gates {

    private static final Logger LOG = LoggerFactory.getLogger(Gates.class);

    private final VerifiedGate verified;
    private final HealthGate health;
    private final ParityGate parity;
    private final ApprovalGate approval;
    private final DecisionStore decisions;
    private final Clock clock;

    Gates(
            VerifiedGate verified,
            HealthGate health,
            ParityGate parity,
            ApprovalGate approval,
            DecisionStore decisions,
            Clock clock) {
        this.verified = verified;
        this.health = health;
        this.parity = parity;
        this.approval = approval;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The verdicts in the rule's order. Reads Git and the cluster: never inside a transaction. */
    public List<GateVerdict> evaluate(GateQuestion question) {
        List<DecisionStore.Exemption> exemptions =
                decisions.exemptions(question.promotion().id());
        List<GateVerdict> verdicts = new ArrayList<>();
        for (GateDefinition gate : question.rule().gates()) {
            Optional<DecisionStore.Exemption> exemption = exemptions.stream()
                    .filter(each -> each.gate().equals(gate.key()))
                    .findFirst();
            verdicts.add(exemption.map(each -> overridden(gate, each)).orElseGet(() -> ask(gate, question)));
        }
        return verdicts;
    }

    private GateVerdict ask(GateDefinition gate, GateQuestion question) {
        try {
            return switch (gate) {
                case GateDefinition.Verified definition -> verified.evaluate(definition, question);
                case GateDefinition.Health definition -> health.evaluate(definition, question);
                case GateDefinition.Parity definition -> parity.evaluate(definition, question);
                case GateDefinition.Approval definition -> approval.evaluate(definition, question);
            };
        } catch (RuntimeException e) {
            LOG.warn(
                    "The gate {} of promotion {} could not be evaluated.",
                    gate.key(),
                    question.promotion().id(),
                    e);
            return new GateVerdict(
                    gate.key(),
                    gate.key(),
                    Verdict.UNKNOWN,
                    "It could not be evaluated: " + e.getMessage(),
                    List.of(),
                    clock.instant(),
                    null);
        }
    }

    private GateVerdict overridden(GateDefinition gate, DecisionStore.Exemption exemption) {
        return new GateVerdict(
                gate.key(),
                gate.key(),
                Verdict.OVERRIDDEN,
                exemption.account() + " let it pass: " + exemption.reason(),
                List.of(new Evidence("overridden by", exemption.account(), null, exemption.at())),
                clock.instant(),
                null);
    }

    /** Whether all of them let the Release through. */
    public static boolean open(List<GateVerdict> verdicts) {
        return verdicts.stream().allMatch(verdict -> switch (verdict.verdict()) {
            case PASS, OVERRIDDEN -> true;
            case FAIL, WAITING, UNKNOWN -> false;
        });
    }
}
