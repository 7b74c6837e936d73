package dev.slipway.catalog.web;

import dev.slipway.catalog.CatalogException;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a paged query goes on: the whole question and how many entities have been answered. Clients take it as it is.
 *
 * @param filter values of the parameter of this name
 * @param orderField values of the parameter of this name
 */
record Cursor(
        List<String> filter,
        List<String> orderField,
        @Nullable String term,
        List<String> termFields,
        int offset,
        int limit) {

    private static final JsonMapper JSON = new JsonMapper();

    Cursor at(int newOffset) {
        return new Cursor(filter, orderField, term, termFields, newOffset, limit);
    }

    Cursor limitedTo(int newLimit) {
        return new Cursor(filter, orderField, term, termFields, offset, newLimit);
    }

    String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor decoded(String text) {
        try {
            return JSON.readValue(
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8), Cursor.class);
        } catch (IllegalArgumentException | JacksonException e) {
            throw new CatalogException(
                    ProblemCode.INVALID,
                    Problem.at("cursor", "This is not a cursor of the catalog.").next("Begin again without one."));
        }
    }
}
