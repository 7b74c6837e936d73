package dev.slipway.catalog.web;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.EntityPage;
import dev.slipway.catalog.EntityQuery;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Entities by pages: asked for by filters in the address, or by a predicate in the body. */
@RestController
@RequestMapping(value = "/api/catalog/entities/by-query", produces = MediaType.APPLICATION_JSON_VALUE)
@Access(value = Permission.VIEW, onlyAnswers = true)
class ByQueryApi {

    private static final int PAGE = 20;

    private final Catalog catalog;

    ByQueryApi(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * A question, or where one goes on.
     *
     * @param cursor of a page before; then of the rest only limit and fields count
     * @param query a predicate; null for every entity
     * @param totalItems {@code exclude} when nobody wants to know how many there are
     */
    record Question(
            @Nullable String cursor,
            @Nullable Object query,
            @Nullable List<@Nullable Order> orderBy,
            @Nullable FullText fullTextFilter,
            @Nullable List<@Nullable String> fields,
            @Nullable Integer limit,
            @Nullable Integer offset,
            @Nullable String totalItems) {}

    record Order(@Nullable String field, @Nullable String order) {}

    record FullText(@Nullable String term, @Nullable List<@Nullable String> fields) {}

    @GetMapping
    String byFilter(WebRequest request) {
        String given = request.getParameter("cursor");
        Cursor cursor = given == null ? cursor(request) : Cursor.decoded(given);
        int limit = Questions.number(request.getParameter("limit"), "limit", cursor.limit(), Questions.MOST);
        return page(
                cursor.limitedTo(limit),
                given == null ? Questions.number(request.getParameter("offset"), "offset", 0, Integer.MAX_VALUE) : 0,
                Projection.of(Questions.values(request.getParameterValues("fields"))));
    }

    private static Cursor cursor(WebRequest request) {
        String fields = request.getParameter("fullTextFilterFields");
        return new Cursor(
                Questions.values(request.getParameterValues("filter")),
                null,
                Questions.values(request.getParameterValues("orderField")),
                request.getParameter("fullTextFilterTerm"),
                fields == null || fields.isBlank() ? List.of() : List.of(fields.split(",")),
                uncounted(request.getParameter("totalItems")),
                PAGE,
                null,
                null);
    }

    /** Nothing is made: it only asks. */
    @PostMapping
    @ResponseStatus(HttpStatus.OK)
    String byPredicate(@RequestBody Question question) {
        Cursor cursor = question.cursor() == null ? cursor(question) : Cursor.decoded(question.cursor());
        int limit = number(question.limit(), "limit", cursor.limit());
        int offset = question.cursor() == null ? number(question.offset(), "offset", 0) : 0;
        return page(cursor.limitedTo(limit), offset, Projection.of(Questions.texts(question.fields())));
    }

    private static Cursor cursor(Question question) {
        FullText text = question.fullTextFilter();
        return new Cursor(
                List.of(),
                question.query(),
                question.orderBy() == null
                        ? List.of()
                        : question.orderBy().stream().map(ByQueryApi::order).toList(),
                text == null ? null : text.term(),
                text == null ? List.of() : Questions.texts(text.fields()),
                uncounted(question.totalItems()),
                PAGE,
                null,
                null);
    }

    private static String order(@Nullable Order order) {
        if (order == null || order.field() == null || order.field().contains(",")) {
            throw Questions.invalid("orderBy", "A field to order by is missing.", "{field, order: asc or desc}");
        }
        return order.field() + "," + Objects.requireNonNullElse(order.order(), "asc");
    }

    private static int number(@Nullable Integer given, String where, int otherwise) {
        return given == null ? otherwise : Questions.number(given.toString(), where, otherwise, Integer.MAX_VALUE);
    }

    private static boolean uncounted(@Nullable String totalItems) {
        if (totalItems == null || List.of("include", "exclude").contains(totalItems)) {
            return "exclude".equals(totalItems);
        }
        throw Questions.invalid("totalItems", "\"" + totalItems + "\" says nothing.", "include or exclude");
    }

    private String page(Cursor cursor, int offset, Projection projection) {
        EntityQuery query = cursor.page(offset);
        EntityPage page = catalog.page(query);
        int total = cursor.uncounted() ? 0 : catalog.count(query);
        List<String> pages = new ArrayList<>();
        if (page.next() != null) {
            pages.add("\"nextCursor\":\"" + cursor.at(page.next()).encoded() + "\"");
        }
        if (page.previous() != null) {
            pages.add("\"prevCursor\":\"" + cursor.at(page.previous()).encoded() + "\"");
        }
        return "{\"items\":" + projection.array(page.entities()) + ",\"totalItems\":" + total + ",\"pageInfo\":{"
                + String.join(",", pages) + "}}";
    }
}
