package dev.slipway.gitops.impact;

import dev.slipway.gitops.impact.meaning.Severity;
import java.util.List;

/**
 * What differs in one environment.
 *
 * @param name empty for what belongs to no environment, as far as can be told
 * @param gated whether it is reached through gates
 * @param groups the worst first
 */
public record EnvironmentImpact(String name, boolean gated, List<ImpactGroup> groups) {

    public EnvironmentImpact {
        groups = List.copyOf(groups);
    }

    public long count(Severity severity) {
        return groups.stream().filter(each -> each.severity() == severity).count();
    }
}
