package dev.slipway.portal.parity;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.delivery.SyncStatus;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What delivery knows of drift, by service. */
@Component
class Drifts {

    private final Platforms platforms;
    private final DesiredState desired;
    private final DeliveryEngine delivery;

    Drifts(Platforms platforms, DesiredState desired, DeliveryEngine delivery) {
        this.platforms = platforms;
        this.desired = desired;
        this.delivery = delivery;
    }

    /** Each environment of a service, in the order of promotion; what has no Release yet cannot drift. */
    List<Drift> of(ServiceName service) {
        List<DesiredApplication> applications =
                desired.current().map(now -> now.of(service)).orElse(List.of());
        return platforms.find().map(PlatformDefinition::environments).orElse(List.of()).stream()
                .map(Environment::name)
                .flatMap(environment -> applications.stream()
                        .filter(each -> environment.equals(each.environment()) && isReleased(each)))
                .map(this::drift)
                .toList();
    }

    private static boolean isReleased(DesiredApplication application) {
        return application.release() != null || application.automated();
    }

    private Drift drift(DesiredApplication application) {
        String environment = String.valueOf(application.environment());
        return delivery.state(application.name())
                .map(state -> new Drift(
                        environment,
                        application.name(),
                        state.sync(),
                        state.resources().stream()
                                .filter(each -> each.sync() == SyncStatus.OUT_OF_SYNC)
                                .toList(),
                        state.observedAt()))
                .orElseGet(() -> new Drift(environment, application.name(), SyncStatus.UNKNOWN, List.of(), null));
    }

    /** In how many environments these services have drifted; those that have in none, or no Release there, are left out. */
    Map<String, Long> counts(Set<String> services) {
        Set<String> drifted = delivery.states().stream()
                .filter(each -> each.sync() == SyncStatus.OUT_OF_SYNC)
                .map(ApplicationState::application)
                .collect(Collectors.toSet());
        Map<String, Long> counts = new HashMap<>();
        desired.current().map(Desired::applications).orElse(List.of()).stream()
                .filter(each -> each.service() != null
                        && each.environment() != null
                        && services.contains(each.service().value())
                        && isReleased(each)
                        && drifted.contains(each.name()))
                .forEach(each -> counts.merge(String.valueOf(each.service()), 1L, Long::sum));
        return counts;
    }
}
