package dev.slipway.gitops.impact;

import dev.slipway.gitops.impact.meaning.Severity;
import java.util.List;

/**
 * What differs between what two revisions declare.
 *
 * @param applications how many Applications both revisions have together
 * @param changed how many of them differ
 * @param environments those in which something differs, the one furthest from the first stage first
 * @param notCompared what could not be read: whether it differs is not known
 */
public record Impact(
        int applications, int changed, List<EnvironmentImpact> environments, List<NotCompared> notCompared) {

    public Impact {
        environments = List.copyOf(environments);
        notCompared = List.copyOf(notCompared);
    }

    /** Whether it is known that nothing differs. */
    public boolean isNone() {
        return environments.isEmpty() && notCompared.isEmpty();
    }

    /** How many groups are of a severity. */
    public long count(Severity severity) {
        return environments.stream().mapToLong(each -> each.count(severity)).sum();
    }
}
