package dev.slipway.catalog.web;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.CatalogException;
import dev.slipway.catalog.EntityQuery;
import dev.slipway.catalog.Position;
import dev.slipway.entities.EntityPredicate;
import dev.slipway.entities.EntityRef;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
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

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Catalog catalog;
    private final JointLookup<EntityRef, Joint> lookup;

    EntitiesApi(Catalog catalog) {
        this.catalog = catalog;
        this.lookup = new JointLookup<>(this::together, PATIENCE);
    }

    /**
     * What is known of an entity that was asked for with others.
     *
     * @param entity null where it is too large to be read with others
     */
    private record Joint(@Nullable CatalogEntity entity) {}

    private Map<EntityRef, Joint> together(Set<EntityRef> refs) {
        Catalog.Small found = catalog.findSmall(refs);
        Map<EntityRef, Joint> known = new HashMap<>();
        found.entities().forEach(entity -> known.put(entity.ref(), new Joint(entity)));
        found.large().forEach(ref -> known.put(ref, new Joint(null)));
        return known;
    }

    /**
     * Which entities.
     *
     * @param entityRefs in the order of the answer; unknown ones are answered by null
     * @param fields only these paths
     * @param query a predicate; what it does not hold for is answered by null
     */
    record RefsBody(
            @Nullable List<@Nullable String> entityRefs,
            @Nullable List<@Nullable String> fields,
            @Nullable Object query) {}

    @GetMapping
    ResponseEntity<String> list(WebRequest request) {
        List<String> order = Questions.values(request.getParameterValues("order"));
        String after = request.getParameter("after");
        int limit = Questions.number(request.getParameter("limit"), "limit", Questions.MOST, Questions.MOST);
        if (after != null && !order.isEmpty()) {
            throw Questions.invalid("after", "It goes on by reference, in no other order.", "order or after");
        }
        EntityQuery query = new EntityQuery(
                Questions.filter(Questions.values(request.getParameterValues("filter"))),
                null,
                List.of(),
                order.stream().map(Questions::order).toList(),
                after == null ? null : Position.behind(after),
                Questions.number(request.getParameter("offset"), "offset", 0, Integer.MAX_VALUE),
                limit);
        Projection projection = projection(request);
        AnswerSize size = new AnswerSize();
        StringJoiner items = new StringJoiner(",", "[", "]");
        EntityRef last = each(query, entity -> items.add(size.counted(projection.of(entity.json()))));
        HttpHeaders headers = new HttpHeaders();
        if (last != null) {
            String behind =
                    order.isEmpty() ? "after=" + encoded(last.toString()) : "offset=" + (query.offset() + limit);
            headers.add(HttpHeaders.LINK, next(request, behind));
        }
        return new ResponseEntity<>(items.toString(), headers, 200);
    }

    /** Reads what a query has portion by portion; answers the last one where there are as many as were asked for. */
    private @Nullable EntityRef each(EntityQuery query, Consumer<CatalogEntity> reader) {
        EntityQuery rest = query;
        while (true) {
            Catalog.Portion portion = catalog.portion(rest);
            portion.entities().forEach(reader);
            int read = portion.entities().size();
            if (portion.complete()) {
                return read > 0 && read == rest.limit()
                        ? portion.entities().getLast().ref()
                        : null;
            }
            rest = behind(rest, portion.entities());
        }
    }

    /** Only the order by reference has places that need not be counted to. */
    private static EntityQuery behind(EntityQuery query, List<CatalogEntity> read) {
        boolean counted = !query.order().isEmpty();
        return new EntityQuery(
                query.filter(),
                query.term(),
                query.termFields(),
                query.order(),
                counted ? query.from() : Position.behind(read.getLast().ref().toString()),
                counted ? query.offset() + read.size() : 0,
                query.limit() - read.size());
    }

    /** The same question, going on elsewhere. */
    private static String next(WebRequest request, String behind) {
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
        return link.append(behind).append(">; rel=\"next\"").toString();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @PostMapping("/by-refs")
    @Access(value = Permission.VIEW, onlyAnswers = true)
    String byRefs(@RequestBody RefsBody body, WebRequest request) {
        List<EntityRef> refs = refs(body);
        EntityPredicate wanted = new EntityPredicate.All(List.of(
                Questions.filter(Questions.values(request.getParameterValues("filter")))
                        .predicate(),
                body.query() == null ? EntityPredicate.everything() : Questions.predicate(body.query())));
        Map<EntityRef, String> found =
                found(refs, entity -> Matching.holds(wanted, entity), Projection.of(Questions.texts(body.fields())));
        AnswerSize size = new AnswerSize();
        return refs.stream()
                .map(ref -> size.counted(found.getOrDefault(ref, "null")))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private Map<EntityRef, String> found(List<EntityRef> refs, Predicate<CatalogEntity> wanted, Projection projection) {
        AnswerSize size = new AnswerSize();
        Map<EntityRef, String> found = new HashMap<>();
        Set<EntityRef> open = new HashSet<>(refs);
        Catalog.Portion portion;
        do {
            portion = catalog.portion(open);
            for (CatalogEntity entity : portion.entities()) {
                open.remove(entity.ref());
                if (wanted.test(entity)) {
                    found.put(entity.ref(), size.counted(projection.of(entity.json())));
                }
            }
        } while (!portion.complete());
        return found;
    }

    private static List<EntityRef> refs(RefsBody body) {
        if (body.entityRefs() == null || body.entityRefs().size() > Questions.MOST) {
            throw Questions.invalid(
                    "entityRefs",
                    body.entityRefs() == null ? "No entities are named." : "Too many entities are named.",
                    "a list of at most " + Questions.MOST + " references, for example component:default/shop");
        }
        return body.entityRefs().stream()
                .map(ref -> Questions.ref(ref == null ? "" : ref))
                .toList();
    }

    @GetMapping("/by-name/{kind}/{namespace}/{name}")
    String byName(@PathVariable String kind, @PathVariable String namespace, @PathVariable String name) {
        EntityRef ref = Questions.ref(kind, namespace, name);
        CatalogEntity entity =
                lookup.find(ref).orElseThrow(() -> unknown(ref.toString())).entity();
        return (entity == null ? catalog.find(ref).orElseThrow(() -> unknown(ref.toString())) : entity).json();
    }

    @GetMapping("/by-name/{kind}/{namespace}/{name}/ancestry")
    String ancestry(@PathVariable String kind, @PathVariable String namespace, @PathVariable String name) {
        EntityRef ref = Questions.ref(kind, namespace, name);
        List<Catalog.Ancestor> ancestors = catalog.ancestry(ref);
        if (ancestors.isEmpty()) {
            throw unknown(ref.toString());
        }
        Map<EntityRef, String> found =
                found(ancestors.stream().map(Catalog.Ancestor::ref).toList(), _ -> true, Projection.of(List.of()));
        return ancestors.stream()
                .filter(each -> found.containsKey(each.ref()))
                .map(each -> "{\"entity\":" + found.get(each.ref()) + ",\"parentEntityRefs\":["
                        + each.parents().stream()
                                .map(parent -> "\"" + parent + "\"")
                                .collect(Collectors.joining(","))
                        + "]}")
                .collect(Collectors.joining(",", "{\"rootEntityRef\":\"" + ref + "\",\"items\":[", "]}"));
    }

    @GetMapping("/by-uid/{uid}")
    String byUid(@PathVariable String uid) {
        return find(uid).json();
    }

    /** An entity stands as long as its file says so. */
    @DeleteMapping("/by-uid/{uid}")
    void remove(@PathVariable String uid) {
        CatalogEntity entity = find(uid);
        throw new CatalogException(
                ProblemCode.REFUSED,
                Problem.of("\"" + entity.ref() + "\" is declared in a file: the catalog follows it.")
                        .next("Remove it from " + entity.source().path()
                                + (entity.source().repository().isEmpty()
                                        ? "."
                                        : " of " + entity.source().repository() + ".")));
    }

    /** Nothing has a uid that is none. */
    private CatalogEntity find(String uid) {
        try {
            return catalog.find(UUID.fromString(uid)).orElseThrow(() -> unknown(uid));
        } catch (IllegalArgumentException e) {
            throw unknown(uid);
        }
    }

    private static Projection projection(WebRequest request) {
        return Projection.of(Questions.values(request.getParameterValues("fields")));
    }

    private static CatalogException unknown(String what) {
        return new CatalogException(ProblemCode.NOT_FOUND, Problem.of("The catalog does not know \"" + what + "\"."));
    }
}
