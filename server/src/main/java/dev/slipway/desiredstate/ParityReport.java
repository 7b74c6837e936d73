package dev.slipway.desiredstate;

import dev.slipway.gitops.parity.fleet.Pair;
import dev.slipway.gitops.parity.report.SummaryBody;
import dev.slipway.kernel.CommitId;
import java.time.Instant;
import java.util.List;

/**
 * All services with the verdicts of their comparisons.
 *
 * @param commit of the platform repository that was compared
 * @param pairs of environments, in the order of promotion
 * @param services in order of name
 */
public record ParityReport(CommitId commit, Instant at, List<Pair> pairs, List<Row> services) {

    public ParityReport {
        pairs = List.copyOf(pairs);
        services = List.copyOf(services);
    }

    /**
     * A service.
     *
     * @param team empty where nobody is known
     * @param comparisons only of pairs of which it is in both environments
     */
    public record Row(String service, String team, List<SummaryBody> comparisons) {
        public Row {
            comparisons = List.copyOf(comparisons);
        }
    }

    /** How many comparisons have this verdict. */
    public long count(String verdict) {
        return services.stream()
                .flatMap(each -> each.comparisons().stream())
                .filter(each -> each.verdict().equals(verdict))
                .count();
    }
}
