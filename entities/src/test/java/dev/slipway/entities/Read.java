package dev.slipway.entities;

import java.util.List;

/** Reads texts for tests. */
final class Read {

    private Read() {}

    static Reading one(String text) {
        return new EntityReader("catalog-info.yaml", Read::nothing)
                .read(Chunk.of(text).getFirst());
    }

    static Entity taken(String text) {
        return switch (one(text)) {
            case Reading.Taken taken -> taken.entity();
            case Reading.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    static List<String> problems(String text) {
        return switch (one(text)) {
            case Reading.Taken taken -> throw new AssertionError("It was taken: " + taken.entity());
            case Reading.Refused refused ->
                refused.problems().stream().map(EntityProblem::toString).toList();
        };
    }

    private static String nothing(String target) {
        throw new Includes.IncludeException("there is no file \"" + target + "\".");
    }
}
