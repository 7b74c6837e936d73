package dev.slipway.promotion.gates;

import dev.slipway.platform.Environment;
import dev.slipway.platform.GateDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.promotion.GateVerdict;
import dev.slipway.promotion.GateVerdict.Evidence;
import dev.slipway.promotion.GateVerdict.Verdict;
import dev.slipway.promotion.store.VerificationStore;
import dev.slipway.promotion.store.VerificationStore.Verification;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every verify entry of an environment passed for this Release there. */
@Component
class VerifiedGate {

    private final Platforms platforms;
    private final VerificationStore verifications;
    private final Clock clock;

    VerifiedGate(Platforms platforms, VerificationStore verifications, Clock clock) {
        this.platforms = platforms;
        this.verifications = verifications;
        this.clock = clock;
    }

    GateVerdict evaluate(GateDefinition.Verified gate, GateQuestion question) {
        Environment environment =
                platforms.current().environment(gate.environment()).orElseThrow();
        if (environment.verification().smokePath() == null) {
            return verdict(
                    gate,
                    Verdict.UNKNOWN,
                    environment.name() + " verifies nothing: platform.yaml has no verify entry for it.",
                    List.of());
        }
        Optional<Verification> result = verifications.find(
                question.promotion().service(),
                gate.environment(),
                question.promotion().release().id());
        return result.map(found -> judged(gate, found))
                .orElseGet(() -> verdict(
                        gate,
                        Verdict.WAITING,
                        "The smoke test runs as soon as the Release is live in " + gate.environment() + ".",
                        List.of()));
    }

    private GateVerdict judged(GateDefinition.Verified gate, Verification result) {
        List<Evidence> evidence = List.of(new Evidence(
                "smoke test in " + gate.environment() + ", attempt " + result.attempts(),
                result.detail(),
                "gateway",
                result.at()));
        return result.passed()
                ? verdict(gate, Verdict.PASS, "The smoke test passed.", evidence)
                : verdict(gate, Verdict.FAIL, "The smoke test fails: " + result.detail(), evidence);
    }

    private GateVerdict verdict(GateDefinition.Verified gate, Verdict verdict, String reason, List<Evidence> evidence) {
        return new GateVerdict(
                gate.key(), "verified in " + gate.environment(), verdict, reason, evidence, clock.instant(), null);
    }
}
