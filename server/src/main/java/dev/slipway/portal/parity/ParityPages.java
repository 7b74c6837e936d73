package dev.slipway.portal.parity;

import dev.slipway.desiredstate.Parities;
import dev.slipway.desiredstate.ParityReport;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.ServiceName;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The matrix of all services, and one service side by side. */
@Controller
class ParityPages {

    private static final int PER_PAGE = 25;
    private static final int TREND_DAYS = 90;

    private final Parities parities;
    private final ComparedServices services;
    private final Drifts drifts;

    ParityPages(Parities parities, ComparedServices services, Drifts drifts) {
        this.parities = parities;
        this.services = services;
        this.drifts = drifts;
    }

    @GetMapping("/parity")
    @Access(Permission.VIEW)
    String matrix(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        ParityQuestion question = new ParityQuestion(q, team, verdict);
        model.addAttribute(
                "list",
                parities.report().map(report -> list(report, question, page)).orElse(null));
        return "portal/parity";
    }

    private ParityList list(ParityReport report, ParityQuestion question, int page) {
        List<ParityReport.Row> found = question.of(report);
        int pages = Math.max(1, (found.size() + PER_PAGE - 1) / PER_PAGE);
        int current = Math.clamp(page, 1, pages);
        List<ParityReport.Row> rows =
                found.stream().skip((current - 1L) * PER_PAGE).limit(PER_PAGE).toList();
        return new ParityList(
                report,
                question,
                rows,
                drifts.counts(rows.stream().map(ParityReport.Row::service).collect(Collectors.toSet())),
                report.services().stream()
                        .map(ParityReport.Row::team)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .sorted()
                        .toList(),
                current,
                pages,
                found.size(),
                TrendChart.of(parities.trend(TREND_DAYS)));
    }

    @GetMapping("/parity/{service}")
    @Access(Permission.VIEW)
    String service(@PathVariable String service, Model model) {
        ServiceName name = services.get(service);
        model.addAttribute("service", service);
        model.addAttribute("registered", services.isRegistered(name));
        model.addAttribute("comparisons", parities.of(name));
        model.addAttribute("drifts", drifts.of(name));
        return "portal/parity-service";
    }
}
