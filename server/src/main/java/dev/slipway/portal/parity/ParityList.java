package dev.slipway.portal.parity;

import dev.slipway.desiredstate.ParityReport;
import dev.slipway.gitops.parity.fleet.Pair;
import dev.slipway.gitops.parity.report.SummaryBody;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of the matrix.
 *
 * @param drifted environments in which a service has drifted, by service
 * @param page from 1
 * @param found how many services there are on all pages
 */
public record ParityList(
        ParityReport report,
        ParityQuestion question,
        List<ParityReport.Row> rows,
        Map<String, Long> drifted,
        List<String> teams,
        int page,
        int pages,
        int found,
        TrendChart trend) {

    public Optional<SummaryBody> cell(ParityReport.Row row, Pair pair) {
        return row.comparisons().stream()
                .filter(each -> each.from().equals(pair.from()) && each.to().equals(pair.to()))
                .findFirst();
    }

    public String address(int other) {
        return question.address(question.verdict(), other);
    }
}
