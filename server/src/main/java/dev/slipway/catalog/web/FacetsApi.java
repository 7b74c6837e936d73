package dev.slipway.catalog.web;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Catalog.Facet;
import dev.slipway.catalog.CatalogException;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** How often which value occurs, as Backstage's catalog answers it. */
@RestController
class FacetsApi {

    private final Catalog catalog;

    FacetsApi(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The values by field. */
    record FacetsBody(Map<String, List<Facet>> facets) {}

    @GetMapping("/api/catalog/entity-facets")
    @Access(Permission.VIEW)
    FacetsBody facets(WebRequest request) {
        List<String> fields = Questions.values(request.getParameterValues("facet"));
        if (fields.isEmpty()) {
            throw new CatalogException(
                    ProblemCode.INVALID,
                    Problem.at("facet", "No facet is asked for.").expecting("a field, for example spec.type"));
        }
        return new FacetsBody(
                catalog.facets(Questions.filter(Questions.values(request.getParameterValues("filter"))), fields));
    }
}
