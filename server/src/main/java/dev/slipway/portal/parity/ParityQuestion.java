package dev.slipway.portal.parity;

import dev.slipway.desiredstate.ParityReport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Which services are asked for.
 *
 * @param query part of a name; empty for all
 * @param team empty for all
 * @param verdict that one of its comparisons has; empty for any
 */
public record ParityQuestion(String query, String team, String verdict) {

    public static final List<String> VERDICTS = List.of("differs", "unknown", "excepted", "match");

    public ParityQuestion {
        query = query.strip().toLowerCase(Locale.ROOT);
        verdict = VERDICTS.contains(verdict) ? verdict : "";
    }

    List<ParityReport.Row> of(ParityReport report) {
        return report.services().stream().filter(this::matches).toList();
    }

    private boolean matches(ParityReport.Row row) {
        return row.service().contains(query)
                && (team.isEmpty() || row.team().equals(team))
                && (verdict.isEmpty()
                        || row.comparisons().stream()
                                .anyMatch(each -> each.verdict().equals(verdict)));
    }

    /** The address of this question with another verdict. */
    public String address(String other, int page) {
        return "/parity?q=" + encoded(query) + "&team=" + encoded(team) + "&verdict=" + encoded(other) + "&page="
                + page;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
