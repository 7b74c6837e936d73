package dev.slipway.portal.service;

import dev.slipway.kernel.Problem;
import dev.slipway.services.EnvironmentVariable;
import java.util.List;

/**
 * The variables of one environment and the form below them.
 *
 * @param variable what the form shows; empty for a new one
 * @param mayChange whether this viewer may ask for changes
 */
public record ConfigurationView(
        List<String> environments,
        String environment,
        List<EnvironmentVariable> variables,
        String variable,
        String value,
        List<Problem> problems,
        boolean mayChange) {

    public ConfigurationView {
        environments = List.copyOf(environments);
        variables = List.copyOf(variables);
        problems = List.copyOf(problems);
    }

    /** Whether the form is about something that is there. */
    public boolean changes() {
        return variables.stream().anyMatch(each -> each.name().equals(variable));
    }
}
