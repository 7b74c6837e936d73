package dev.slipway.catalog.web;

import dev.slipway.catalog.CatalogException;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;

/** Counts what goes into one answer, and refuses what memory has no room for. */
final class AnswerSize {

    private static final int MOST = 32 * 1024 * 1024;

    private long characters;

    /** The text, which is part of the answer now. */
    String counted(String text) {
        characters += text.length();
        if (characters > MOST) {
            throw new CatalogException(
                    ProblemCode.TOO_LARGE,
                    Problem.of("The answer is longer than " + MOST / 1024 / 1024 + " MiB.")
                            .expecting("fewer entities, or some of their fields (fields)")
                            .next(
                                    "Read them by pages: /api/catalog/entities/by-query, with the cursor of the page before."));
        }
        return text;
    }
}
