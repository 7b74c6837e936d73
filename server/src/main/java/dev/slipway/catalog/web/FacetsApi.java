package dev.slipway.catalog.web;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Catalog.Facet;
import dev.slipway.entities.EntityPredicate;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** How often which value occurs, as Backstage's catalog answers it. */
@RestController
@RequestMapping("/api/catalog/entity-facets")
class FacetsApi {

    private static final int MOST = 50;

    private final Catalog catalog;

    FacetsApi(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The values by field. */
    record FacetsBody(Map<String, List<Facet>> facets) {}

    /**
     * Which values are to be counted.
     *
     * @param facets the fields
     * @param query a predicate for the entities that count; null for all
     */
    record FacetsQuestion(
            @Nullable List<@Nullable String> facets,
            @Nullable Object query) {}

    @GetMapping
    @Access(Permission.VIEW)
    FacetsBody facets(WebRequest request) {
        return counted(
                Questions.filter(Questions.values(request.getParameterValues("filter")))
                        .predicate(),
                Questions.values(request.getParameterValues("facet")));
    }

    @PostMapping
    @Access(value = Permission.VIEW, onlyAnswers = true)
    FacetsBody facets(@RequestBody FacetsQuestion question) {
        return counted(
                question.query() == null ? EntityPredicate.everything() : Questions.predicate(question.query()),
                Questions.texts(question.facets()));
    }

    private FacetsBody counted(EntityPredicate predicate, List<String> facets) {
        List<String> fields = facets.stream().filter(field -> !field.isBlank()).toList();
        if (fields.isEmpty() || fields.size() > MOST) {
            throw Questions.invalid(
                    "facet",
                    fields.isEmpty() ? "No facet is asked for." : fields.size() + " facets are asked for at once.",
                    "up to " + MOST + " fields, for example spec.type");
        }
        return new FacetsBody(catalog.facets(predicate, fields));
    }
}
