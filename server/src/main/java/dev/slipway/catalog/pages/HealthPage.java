package dev.slipway.catalog.pages;

import dev.slipway.catalog.CatalogProperties;
import dev.slipway.catalog.health.HealthTopic;
import dev.slipway.catalog.pages.CatalogHealth.SourceProblems;
import dev.slipway.catalog.search.EntityListing;
import dev.slipway.catalog.store.FindingReads;
import dev.slipway.catalog.store.FindingReads.Counts;
import dev.slipway.catalog.store.FindingReads.Found;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is wrong in the catalog. */
@Controller
class HealthPage {

    private static final int PER_PAGE = CatalogHealth.PER_PAGE;

    private final FindingReads findings;
    private final EntityListing listing;
    private final CatalogProperties properties;

    HealthPage(FindingReads findings, EntityListing listing, CatalogProperties properties) {
        this.findings = findings;
        this.listing = listing;
        this.properties = properties;
    }

    @GetMapping("/catalog/health")
    @Access(Permission.VIEW)
    String health(
            @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "1") String page, Model model) {
        Counts counts = findings.counts();
        HealthTopic topic =
                HealthTopic.named(show).or(() -> HealthTopic.first(counts)).orElse(null);
        int number = page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
        CatalogHealth health = health(counts, topic, number);
        model.addAttribute("health", health);
        model.addAttribute("names", Names.of(health.refs(), listing));
        return "catalog/health";
    }

    private CatalogHealth health(Counts counts, @Nullable HealthTopic topic, int page) {
        int from = (page - 1) * PER_PAGE;
        return new CatalogHealth(
                counts,
                topic,
                page,
                topic == HealthTopic.UNREADABLE ? findings.unreadable(from, PER_PAGE) : List.of(),
                topic == HealthTopic.PROBLEMS ? bySource(findings.problems(from, PER_PAGE)) : List.of(),
                topic == HealthTopic.CONFLICTS ? findings.conflicts(from, PER_PAGE) : List.of(),
                topic == HealthTopic.ORPHANS ? findings.orphans(from, PER_PAGE) : List.of(),
                topic == HealthTopic.OWNERLESS ? findings.ownerless(from, PER_PAGE) : List.of(),
                topic == HealthTopic.GONE ? findings.gone(from, PER_PAGE) : List.of(),
                properties.removalGrace());
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
