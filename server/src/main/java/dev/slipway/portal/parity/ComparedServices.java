package dev.slipway.portal.parity;

import dev.slipway.desiredstate.Parities;
import dev.slipway.kernel.ServiceName;
import dev.slipway.services.Services;
import org.springframework.stereotype.Component;

/** The services that are compared: Applications of a repository that Slipway did not write may be of one that it does not know. */
@Component
class ComparedServices {

    private final Parities parities;
    private final Services services;

    ComparedServices(Parities parities, Services services) {
        this.parities = parities;
        this.services = services;
    }

    /** @throws dev.slipway.services.ServicesException with NOT_FOUND and what was probably meant */
    ServiceName get(String service) {
        ServiceName name = new ServiceName(service);
        return isCompared(service) ? name : services.get(name).name();
    }

    private boolean isCompared(String service) {
        return parities.report().stream()
                .flatMap(each -> each.services().stream())
                .anyMatch(each -> each.service().equals(service));
    }

    /** Whether it has pages of its own. */
    boolean isRegistered(ServiceName service) {
        return services.all().stream().anyMatch(each -> each.name().equals(service));
    }
}
