package dev.slipway.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.catalog.CatalogException;
import dev.slipway.catalog.EntityQuery;
import dev.slipway.catalog.Position;
import dev.slipway.entities.EntityPredicate;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a paged query goes on: the whole question and the entity beside which the page begins, so that nobody sees one twice or misses one
 * because others come and go. Clients take it as it is, but Backstage's looks whether there is a {@code query} in it: then it goes on by
 * POST, otherwise by GET. It holds no secret, and its {@code check} none: it tells what the catalog gave from what became of it.
 *
 * @param filter values of the parameter of this name
 * @param query the predicate; null in a question that was asked by GET
 * @param orderField values of the parameter of this name
 * @param uncounted whether nobody wants to know how many entities there are
 * @param from null at the beginning
 * @param check stands for all the others; null in one that is not encoded yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Cursor(
        List<String> filter,
        @Nullable Object query,
        List<String> orderField,
        @Nullable String term,
        List<String> termFields,
        boolean uncounted,
        int limit,
        @Nullable Position from,
        @Nullable String check) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Also what a client made up. */
    Cursor {
        filter = texts(filter);
        orderField = texts(orderField);
        termFields = texts(termFields);
        limit = Math.clamp(limit, 0, Questions.MOST);
    }

    private static List<String> texts(@Nullable List<@Nullable String> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).toList();
    }

    Cursor at(@Nullable Position position) {
        return new Cursor(filter, query, orderField, term, termFields, uncounted, limit, position, null);
    }

    Cursor limitedTo(int newLimit) {
        return new Cursor(filter, query, orderField, term, termFields, uncounted, newLimit, from, null);
    }

    private Cursor checked(String newCheck) {
        return new Cursor(filter, query, orderField, term, termFields, uncounted, limit, from, newCheck);
    }

    /** The page that it stands before, some entities of it left out. */
    EntityQuery page(int offset) {
        EntityPredicate predicate = query == null ? Questions.filter(filter).predicate() : Questions.predicate(query);
        return new EntityQuery(predicate, term, termFields, Questions.orderFields(orderField), from, offset, limit);
    }

    /** Base64 as {@code atob} takes it; without a query as addresses take it, too. */
    String encoded() {
        CRC32 sum = new CRC32();
        sum.update(JSON.writeValueAsBytes(checked("")));
        Base64.Encoder encoder = query == null ? Base64.getUrlEncoder().withoutPadding() : Base64.getEncoder();
        return encoder.encodeToString(JSON.writeValueAsBytes(checked(Long.toHexString(sum.getValue()))));
    }

    /** Takes what {@link #encoded} gave, to the letter. */
    static Cursor decoded(String text) {
        try {
            Cursor cursor = JSON.readValue(
                    Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')), Cursor.class);
            if (cursor != null && cursor.encoded().equals(text)) {
                return cursor;
            }
        } catch (IllegalArgumentException | JacksonException e) {
            // said below
        }
        throw new CatalogException(
                ProblemCode.INVALID,
                Problem.at("cursor", "This is not a cursor of the catalog, or one of an earlier version.")
                        .expecting("nextCursor or prevCursor of a page, unchanged")
                        .next("Begin again without one."));
    }
}
