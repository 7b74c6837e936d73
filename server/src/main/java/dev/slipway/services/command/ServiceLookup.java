package dev.slipway.services.command;

import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.Suggestions;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.ServiceNames;
import dev.slipway.services.ServicesException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds services and environments, and what somebody meant who named one that is not there. */
@Component
public class ServiceLookup {

    private static final int SHOWN = 10;

    private final ServiceNames names;
    private final Platforms platforms;

    ServiceLookup(ServiceNames names, Platforms platforms) {
        this.names = names;
        this.platforms = platforms;
    }

    List<RegisteredService> all() {
        return names.services().stream()
                .sorted(Comparator.comparing(RegisteredService::name))
                .toList();
    }

    /** @throws ServicesException with NOT_FOUND and what was probably meant */
    public RegisteredService get(ServiceName service) {
        return names.find(service)
                .orElseThrow(() -> new ServicesException(
                        ProblemCode.NOT_FOUND,
                        new Problem(
                                "service",
                                "There is no service \"" + service + "\".",
                                null,
                                near(
                                                service.value(),
                                                all().stream()
                                                        .map(each -> each.name().value())
                                                        .toList())
                                        .orElse("The list of services is at /services."))));
    }

    /** Empty when the definition has it. */
    public Optional<Problem> problem(EnvironmentName environment) {
        List<String> known = platforms.current().environments().stream()
                .map(Environment::name)
                .map(EnvironmentName::value)
                .toList();
        return known.contains(environment.value())
                ? Optional.empty()
                : Optional.of(new Problem(
                        "environment",
                        "There is no environment \"" + environment + "\".",
                        "one of "
                                + String.join(", ", known.stream().limit(SHOWN).toList()),
                        near(environment.value(), known).orElse(null)));
    }

    private static Optional<String> near(String given, List<String> known) {
        return Suggestions.didYouMean(given, known);
    }
}
