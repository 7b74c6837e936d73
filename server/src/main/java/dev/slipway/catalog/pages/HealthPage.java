package dev.slipway.catalog.pages;

import dev.slipway.catalog.pages.CatalogHealth.SourceProblems;
import dev.slipway.catalog.store.FindingReads;
import dev.slipway.catalog.store.FindingReads.Found;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is wrong in the catalog. */
@Controller
class HealthPage {

    private static final int MOST = 200;
    private static final int MOST_ENTITIES = 50;

    private final FindingReads findings;

    HealthPage(FindingReads findings) {
        this.findings = findings;
    }

    @GetMapping("/catalog/health")
    @Access(Permission.VIEW)
    String health(Model model) {
        model.addAttribute(
                "health",
                new CatalogHealth(
                        findings.counts(),
                        bySource(findings.problems(MOST)),
                        findings.conflicts(MOST_ENTITIES),
                        findings.orphans(MOST_ENTITIES),
                        findings.ownerless(MOST_ENTITIES)));
        return "catalog/health";
    }

    private static List<SourceProblems> bySource(List<Found> problems) {
        Map<List<String>, List<Found>> sources = new LinkedHashMap<>();
        problems.forEach(
                found -> sources.computeIfAbsent(List.of(found.repository(), found.path()), _ -> new ArrayList<>())
                        .add(found));
        return sources.entrySet().stream()
                .map(each -> new SourceProblems(
                        each.getKey().getFirst(), each.getKey().getLast(), each.getValue()))
                .toList();
    }
}
