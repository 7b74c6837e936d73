package dev.slipway.promotion.flow;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.ServiceNames;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.gates.GateQuestion;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together what gates are asked about a promotion. */
@Component
class Questions {

    private final Platforms platforms;
    private final ServiceNames services;
    private final DesiredState desired;

    Questions(Platforms platforms, ServiceNames services, DesiredState desired) {
        this.platforms = platforms;
        this.services = services;
        this.desired = desired;
    }

    /** Empty where Releases come without gates. */
    Optional<GateQuestion> about(Promotion promotion) {
        return platforms
                .current()
                .environment(promotion.to())
                .flatMap(Environment::promotion)
                .flatMap(rule -> services.find(promotion.service())
                        .map(service -> new GateQuestion(
                                promotion,
                                rule,
                                service.team(),
                                desired.find(promotion.service(), promotion.to())
                                        .map(DesiredApplication::release)
                                        .orElse(null))));
    }
}
