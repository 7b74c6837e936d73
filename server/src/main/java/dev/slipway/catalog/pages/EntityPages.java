package dev.slipway.catalog.pages;

import dev.slipway.catalog.graph.Impact;
import dev.slipway.catalog.graph.Impacts;
import dev.slipway.catalog.graph.Ownership;
import dev.slipway.catalog.graph.Ownerships;
import dev.slipway.catalog.search.EntityListing;
import dev.slipway.catalog.search.EntityListing.Row;
import dev.slipway.catalog.store.OwnedFindingReads;
import dev.slipway.catalog.store.OwnedFindingReads.Loose;
import dev.slipway.entities.EntityRef;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of an entity. */
@Controller
@RequestMapping("/catalog/{namespace}/{kind}/{name}")
@Access(Permission.VIEW)
class EntityPages {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private static final int MOST_LOOSE = 20;

    private final EntityViews views;
    private final Overviews overviews;
    private final Impacts impacts;
    private final GraphDrawings graphs;
    private final Ownerships ownerships;
    private final OwnedFindingReads findings;
    private final EntityListing listing;

    EntityPages(
            EntityViews views,
            Overviews overviews,
            Impacts impacts,
            GraphDrawings graphs,
            Ownerships ownerships,
            OwnedFindingReads findings,
            EntityListing listing) {
        this.views = views;
        this.overviews = overviews;
        this.impacts = impacts;
        this.graphs = graphs;
        this.ownerships = ownerships;
        this.findings = findings;
        this.listing = listing;
    }

    @GetMapping
    String overview(@PathVariable String namespace, @PathVariable String kind, @PathVariable String name, Model model) {
        EntityView view = views.get(namespace, kind, name, EntityTab.OVERVIEW);
        model.addAttribute("overview", overviews.of(view));
        return show(view, model, "catalog/overview");
    }

    @GetMapping("/{tab}")
    String tab(
            @PathVariable String namespace,
            @PathVariable String kind,
            @PathVariable String name,
            @PathVariable String tab,
            @RequestParam Map<String, String> choices,
            Model model) {
        EntityTab wanted =
                EntityTab.named(tab).orElseThrow(() -> EntityViews.unknown(namespace, kind, name + "/" + tab));
        EntityView view = views.get(namespace, kind, name, wanted);
        return switch (wanted) {
            case OVERVIEW -> "redirect:" + CatalogLinks.entity(view.ref());
            case DEFINITION ->
                show(view, model.addAttribute("definition", ApiDefinition.of(view)), "catalog/definition");
            case OWNERSHIP -> show(view, model.addAttribute("owned", ownership(view.ref())), "catalog/ownership");
            case IMPACT -> show(view, model.addAttribute("impact", impact(view.ref(), choices)), "catalog/impact");
            case GRAPH ->
                show(
                        view,
                        model.addAttribute(
                                "drawing",
                                graphs.of(
                                        view.ref(),
                                        number(choices.get("depth"), 2),
                                        GraphShow.named(choices.getOrDefault("show", "")))),
                        "catalog/graph");
            case SOURCE -> show(view, model.addAttribute("text", SourceText.of(view)), "catalog/source");
        };
    }

    private ImpactView impact(EntityRef ref, Map<String, String> choices) {
        boolean needed = "needed".equals(choices.get("way"));
        Impact impact = needed ? impacts.needed(ref) : impacts.affected(ref);
        return new ImpactView(
                ref,
                impact,
                needed,
                choices.getOrDefault("kind", ""),
                choices.getOrDefault("owner", ""),
                number(choices.get("page"), 1),
                names(impact));
    }

    private Names names(Impact impact) {
        Map<EntityRef, Row> rows = new HashMap<>(listing.rows(impact.owners()));
        impact.levels().stream().map(Impact.Level::items).flatMap(List::stream).forEach(item -> {
            if (item.row() != null) {
                rows.put(item.ref(), item.row());
            }
        });
        return new Names(rows);
    }

    private OwnershipView ownership(EntityRef ref) {
        Ownership ownership = ownerships.of(ref);
        List<EntityRef> owners = OwnershipView.owners(ownership);
        List<Loose> loose = findings.loose(owners, MOST_LOOSE);
        return new OwnershipView(
                ownership,
                findings.counts(owners),
                loose,
                Names.of(
                        Stream.concat(owners.stream(), loose.stream().map(Loose::ref))
                                .toList(),
                        listing));
    }

    /** What is no number is as if it were not there. */
    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : otherwise;
    }

    /** An API's definition as it is written. */
    @GetMapping(path = "/definition/text", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> definition(
            @PathVariable String namespace, @PathVariable String kind, @PathVariable String name) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .body(views.get(namespace, kind, name, EntityTab.DEFINITION).spec("definition"));
    }

    private static String show(EntityView view, Model model, String template) {
        model.addAttribute("view", view);
        return template;
    }
}
