package dev.slipway.catalog.web;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.CatalogException;
import dev.slipway.catalog.EntityQuery;
import dev.slipway.entities.EntityFilter;
import dev.slipway.entities.EntityRef;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Entities, as Backstage's catalog answers them. */
@RestController
@RequestMapping(value = "/api/catalog/entities", produces = MediaType.APPLICATION_JSON_VALUE)
@Access(Permission.VIEW)
class EntitiesApi {

    private static final int PAGE = 20;

    private final Catalog catalog;

    EntitiesApi(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Which entities.
     *
     * @param entityRefs in the order of the answer; unknown ones are answered by null
     * @param fields only these paths
     */
    record RefsBody(List<String> entityRefs, @Nullable List<String> fields) {}

    @GetMapping
    ResponseEntity<String> list(WebRequest request) {
        List<String> order = Questions.values(request.getParameterValues("order"));
        int limit = Questions.number(request.getParameter("limit"), "limit", Questions.MOST, Questions.MOST);
        EntityQuery query = new EntityQuery(
                Questions.filter(Questions.values(request.getParameterValues("filter"))),
                null,
                List.of(),
                order.stream().map(Questions::order).toList(),
                request.getParameter("after"),
                Questions.number(request.getParameter("offset"), "offset", 0, Integer.MAX_VALUE),
                limit);
        List<CatalogEntity> found = catalog.query(query);
        HttpHeaders headers = new HttpHeaders();
        if (found.size() == limit && limit > 0 && order.isEmpty()) {
            headers.add(HttpHeaders.LINK, next(request, found.getLast().ref()));
        }
        return new ResponseEntity<>(array(found, projection(request)), headers, 200);
    }

    /** The same question, going on behind an entity. */
    private static String next(WebRequest request, EntityRef last) {
        StringBuilder link = new StringBuilder("</api/catalog/entities?");
        request.getParameterMap().forEach((name, values) -> {
            if (!Set.of("after", "offset").contains(name)) {
                for (String value : values) {
                    link.append(encoded(name))
                            .append('=')
                            .append(encoded(value))
                            .append('&');
                }
            }
        });
        return link.append("after=")
                .append(encoded(last.toString()))
                .append(">; rel=\"next\"")
                .toString();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @GetMapping("/by-query")
    String byQuery(WebRequest request) {
        String given = request.getParameter("cursor");
        Cursor cursor = given == null ? cursor(request) : limited(Cursor.decoded(given), request);
        EntityQuery query = Questions.query(cursor);
        List<CatalogEntity> found = catalog.query(query);
        int total = catalog.count(query);
        List<String> pages = new ArrayList<>();
        if (cursor.offset() + found.size() < total && !found.isEmpty()) {
            pages.add("\"nextCursor\":\""
                    + cursor.at(cursor.offset() + found.size()).encoded() + "\"");
        }
        if (cursor.offset() > 0) {
            pages.add("\"prevCursor\":\""
                    + cursor.at(Math.max(0, cursor.offset() - cursor.limit())).encoded() + "\"");
        }
        return "{\"items\":" + array(found, projection(request)) + ",\"totalItems\":" + total + ",\"pageInfo\":{"
                + String.join(",", pages) + "}}";
    }

    private static Cursor cursor(WebRequest request) {
        String fields = request.getParameter("fullTextFilterFields");
        return new Cursor(
                Questions.values(request.getParameterValues("filter")),
                Questions.values(request.getParameterValues("orderField")),
                request.getParameter("fullTextFilterTerm"),
                fields == null || fields.isBlank() ? List.of() : List.of(fields.split(",")),
                Questions.number(request.getParameter("offset"), "offset", 0, Integer.MAX_VALUE),
                Questions.number(request.getParameter("limit"), "limit", PAGE, Questions.MOST));
    }

    private static Cursor limited(Cursor cursor, WebRequest request) {
        return cursor.limitedTo(
                Questions.number(request.getParameter("limit"), "limit", cursor.limit(), Questions.MOST));
    }

    @PostMapping("/by-refs")
    String byRefs(@RequestBody RefsBody body, WebRequest request) {
        List<EntityRef> refs = body.entityRefs().stream().map(Questions::ref).toList();
        EntityFilter filter = Questions.filter(Questions.values(request.getParameterValues("filter")));
        Map<EntityRef, CatalogEntity> found = catalog.find(Set.copyOf(refs));
        found.keySet().retainAll(wanted(found.keySet(), filter));
        Projection projection = Projection.of(body.fields() == null ? List.of() : body.fields());
        return refs.stream()
                .map(found::get)
                .map(entity -> entity == null ? "null" : projection.of(entity.json()))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private Set<EntityRef> wanted(Set<EntityRef> found, EntityFilter filter) {
        return filter.alternatives().isEmpty()
                ? Set.copyOf(found)
                : catalog.query(EntityQuery.of(filter, Integer.MAX_VALUE)).stream()
                        .map(CatalogEntity::ref)
                        .collect(Collectors.toSet());
    }

    @GetMapping("/by-name/{kind}/{namespace}/{name}")
    String byName(@PathVariable String kind, @PathVariable String namespace, @PathVariable String name) {
        EntityRef ref = Questions.ref(kind, namespace, name);
        return catalog.find(ref).orElseThrow(() -> unknown(ref.toString())).json();
    }

    @GetMapping("/by-name/{kind}/{namespace}/{name}/ancestry")
    String ancestry(@PathVariable String kind, @PathVariable String namespace, @PathVariable String name) {
        EntityRef ref = Questions.ref(kind, namespace, name);
        List<Catalog.Ancestor> ancestors = catalog.ancestry(ref);
        if (ancestors.isEmpty()) {
            throw unknown(ref.toString());
        }
        return ancestors.stream()
                .map(each -> "{\"entity\":" + each.entity().json() + ",\"parentEntityRefs\":["
                        + each.parents().stream()
                                .map(parent -> "\"" + parent + "\"")
                                .collect(Collectors.joining(","))
                        + "]}")
                .collect(Collectors.joining(",", "{\"rootEntityRef\":\"" + ref + "\",\"items\":[", "]}"));
    }

    @GetMapping("/by-uid/{uid}")
    String byUid(@PathVariable UUID uid) {
        return catalog.find(uid).orElseThrow(() -> unknown(uid.toString())).json();
    }

    /** An entity stands as long as its file says so. */
    @DeleteMapping("/by-uid/{uid}")
    void remove(@PathVariable UUID uid) {
        CatalogEntity entity = catalog.find(uid).orElseThrow(() -> unknown(uid.toString()));
        throw new CatalogException(
                ProblemCode.REFUSED,
                Problem.of("\"" + entity.ref() + "\" is declared in a file: the catalog follows it.")
                        .next("Remove it from " + entity.source().path()
                                + (entity.source().repository().isEmpty()
                                        ? "."
                                        : " of " + entity.source().repository() + ".")));
    }

    private static Projection projection(WebRequest request) {
        return Projection.of(Questions.values(request.getParameterValues("fields")));
    }

    private static String array(List<CatalogEntity> entities, Projection projection) {
        return entities.stream().map(entity -> projection.of(entity.json())).collect(Collectors.joining(",", "[", "]"));
    }

    private static CatalogException unknown(String what) {
        return new CatalogException(ProblemCode.NOT_FOUND, Problem.of("The catalog does not know \"" + what + "\"."));
    }
}
