package dev.slipway.portal.fleet;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.RegisteredService;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Services at a glance, answered from memory. */
@Component
public class Fleet {

    private final Platforms platforms;
    private final DesiredState desired;
    private final DeliveryEngine delivery;
    private final Addresses addresses;

    Fleet(Platforms platforms, DesiredState desired, DeliveryEngine delivery, Addresses addresses) {
        this.platforms = platforms;
        this.desired = desired;
        this.delivery = delivery;
        this.addresses = addresses;
    }

    /** These services, in the order given. */
    public List<ServiceGlance> glances(List<RegisteredService> services) {
        Set<ServiceName> wanted = new HashSet<>();
        services.forEach(service -> wanted.add(service.name()));
        Map<ServiceName, List<DesiredApplication>> applications =
                desired.current().map(Desired::applications).orElse(List.of()).stream()
                        .filter(each -> wanted.contains(each.service()))
                        .collect(Collectors.groupingBy(each -> Objects.requireNonNull(each.service())));
        Map<String, ApplicationState> states = delivery.states().stream()
                .collect(Collectors.toMap(ApplicationState::application, Function.identity(), (a, _) -> a));
        return services.stream()
                .map(service -> glance(service, applications.getOrDefault(service.name(), List.of()), states))
                .toList();
    }

    private ServiceGlance glance(
            RegisteredService service, List<DesiredApplication> applications, Map<String, ApplicationState> states) {
        List<Environment> environments =
                platforms.find().map(PlatformDefinition::environments).orElse(List.of());
        return new ServiceGlance(
                service,
                environments.stream()
                        .flatMap(environment -> applications.stream()
                                .filter(each -> environment.name().equals(each.environment()))
                                .limit(1)
                                .map(each -> glance(service, environment, each, states)))
                        .toList());
    }

    private EnvironmentGlance glance(
            RegisteredService service,
            Environment environment,
            DesiredApplication application,
            Map<String, ApplicationState> states) {
        ApplicationState state = states.get(application.name());
        EnvironmentName name = environment.name();
        return new EnvironmentGlance(
                name,
                Conditions.badge(application, state),
                Conditions.reason(application, state),
                addresses.of(environment, service),
                application.release());
    }
}
