package dev.slipway.catalog.pages;

import dev.slipway.catalog.graph.Impacts;
import dev.slipway.catalog.graph.Ownerships;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
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

    private final EntityViews views;
    private final Overviews overviews;
    private final Impacts impacts;
    private final GraphDrawings graphs;
    private final Ownerships ownerships;

    EntityPages(EntityViews views, Overviews overviews, Impacts impacts, GraphDrawings graphs, Ownerships ownerships) {
        this.views = views;
        this.overviews = overviews;
        this.impacts = impacts;
        this.graphs = graphs;
        this.ownerships = ownerships;
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
            @RequestParam(defaultValue = "2") int depth,
            Model model) {
        EntityTab wanted =
                EntityTab.named(tab).orElseThrow(() -> EntityViews.unknown(namespace, kind, name + "/" + tab));
        EntityView view = views.get(namespace, kind, name, wanted);
        return switch (wanted) {
            case OVERVIEW -> "redirect:" + CatalogLinks.entity(view.ref());
            case DEFINITION ->
                show(view, model.addAttribute("definition", ApiDefinition.of(view)), "catalog/definition");
            case OWNERSHIP ->
                show(view, model.addAttribute("ownership", ownerships.of(view.ref())), "catalog/ownership");
            case IMPACT -> {
                model.addAttribute("affected", impacts.affected(view.ref()));
                model.addAttribute("needed", impacts.needed(view.ref()));
                yield show(view, model, "catalog/impact");
            }
            case GRAPH -> show(view, model.addAttribute("drawing", graphs.of(view.ref(), depth)), "catalog/graph");
            case SOURCE -> show(view, model.addAttribute("text", SourceText.of(view)), "catalog/source");
        };
    }

    private static String show(EntityView view, Model model, String template) {
        model.addAttribute("view", view);
        return template;
    }
}
