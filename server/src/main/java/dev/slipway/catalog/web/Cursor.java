package dev.slipway.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.catalog.CatalogException;
import dev.slipway.catalog.EntityQuery;
import dev.slipway.entities.EntityPredicate;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a paged query goes on: the whole question and how many entities have been answered. Clients take it as it is, but
 * Backstage's looks whether there is a {@code query} in it: then it goes on by POST, otherwise by GET.
 *
 * @param filter values of the parameter of this name
 * @param query the predicate; null in a question that was asked by GET
 * @param orderField values of the parameter of this name
 * @param uncounted whether nobody wants to know how many entities there are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Cursor(
        List<String> filter,
        @Nullable Object query,
        List<String> orderField,
        @Nullable String term,
        List<String> termFields,
        boolean uncounted,
        int offset,
        int limit) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Also what a client made up. */
    Cursor {
        filter = texts(filter);
        orderField = texts(orderField);
        termFields = texts(termFields);
        offset = Math.max(0, offset);
        limit = Math.clamp(limit, 0, Questions.MOST);
    }

    private static List<String> texts(@Nullable List<@Nullable String> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).toList();
    }

    Cursor at(int newOffset) {
        return new Cursor(filter, query, orderField, term, termFields, uncounted, newOffset, limit);
    }

    Cursor limitedTo(int newLimit) {
        return new Cursor(filter, query, orderField, term, termFields, uncounted, offset, newLimit);
    }

    /**
     * The page that it stands before.
     *
     * @param more how many entities to look for behind it
     */
    EntityQuery page(int more) {
        EntityPredicate predicate = query == null ? Questions.filter(filter).predicate() : Questions.predicate(query);
        return new EntityQuery(
                predicate,
                term,
                termFields,
                orderField.stream().map(Questions::orderField).toList(),
                null,
                offset,
                limit + more);
    }

    /** Base64 as {@code atob} takes it; without a query as addresses take it, too. */
    String encoded() {
        Base64.Encoder encoder = query == null ? Base64.getUrlEncoder().withoutPadding() : Base64.getEncoder();
        return encoder.encodeToString(JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor decoded(String text) {
        try {
            byte[] json = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
            Cursor cursor = JSON.readValue(new String(json, StandardCharsets.UTF_8), Cursor.class);
            if (cursor != null) {
                return cursor;
            }
        } catch (IllegalArgumentException | JacksonException e) {
            // said below
        }
        throw new CatalogException(
                ProblemCode.INVALID,
                Problem.at("cursor", "This is not a cursor of the catalog.").next("Begin again without one."));
    }
}
