package dev.slipway.catalog.pages;

import dev.slipway.catalog.graph.Impacts;
import dev.slipway.catalog.graph.Ownership;
import dev.slipway.catalog.graph.Ownerships;
import dev.slipway.catalog.store.OwnedFindingReads;
import dev.slipway.entities.EntityRef;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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

    EntityPages(
            EntityViews views,
            Overviews overviews,
            Impacts impacts,
            GraphDrawings graphs,
            Ownerships ownerships,
            OwnedFindingReads findings) {
        this.views = views;
        this.overviews = overviews;
        this.impacts = impacts;
        this.graphs = graphs;
        this.ownerships = ownerships;
        this.findings = findings;
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
        return new ImpactView(
                ref,
                needed ? impacts.needed(ref) : impacts.affected(ref),
                needed,
                choices.getOrDefault("kind", ""),
                choices.getOrDefault("owner", ""),
                number(choices.get("page"), 1));
    }

    private OwnershipView ownership(EntityRef ref) {
        Ownership ownership = ownerships.of(ref);
        List<EntityRef> owners = OwnershipView.owners(ownership);
        return new OwnershipView(ownership, findings.counts(owners), findings.loose(owners, MOST_LOOSE));
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
