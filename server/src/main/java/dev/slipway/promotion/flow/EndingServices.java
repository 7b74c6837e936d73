package dev.slipway.promotion.flow;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.DepartingServices;
import dev.slipway.platform.ServiceNames;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionException;
import dev.slipway.promotion.PromotionState;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Services that are being deleted, or are gone: nothing begins for them, and what is under way ends. */
@Component
class EndingServices {

    private final ServiceNames services;
    private final ObjectProvider<DepartingServices> departing;

    EndingServices(ServiceNames services, ObjectProvider<DepartingServices> departing) {
        this.services = services;
        this.departing = departing;
    }

    boolean isDeparting(ServiceName service) {
        return departing.stream().anyMatch(each -> each.isDeparting(service));
    }

    /** @throws PromotionException with CONFLICT when this service is being deleted */
    void refuse(ServiceName service) {
        if (isDeparting(service)) {
            throw new PromotionException(
                    ProblemCode.CONFLICT,
                    Problem.of("\"" + service + "\" is being deleted: its Releases stay where they are."));
        }
    }

    /** Why this promotion has to end; one that is just being written ends when that is done, or the service is gone. */
    Optional<String> of(Promotion promotion) {
        ServiceName service = promotion.service();
        if (services.find(service).isEmpty()) {
            return Optional.of("\"" + service + "\" was deleted.");
        }
        return promotion.state() != PromotionState.COMMITTING && isDeparting(service)
                ? Optional.of("\"" + service + "\" is being deleted.")
                : Optional.empty();
    }
}
