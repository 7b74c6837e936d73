package dev.slipway.scaffolding.testing;

import dev.slipway.documents.yaml.Place;
import java.util.List;
import java.util.regex.Pattern;

/** What a test says of a file. */
sealed interface ExpectedFile {

    Place place();

    /**
     * It holds exactly this text.
     *
     * @param key its path as the test writes it
     */
    record Exact(String key, String text, Place place) implements ExpectedFile {}

    /** It is not there. */
    record Absent(Place place) implements ExpectedFile {}

    /**
     * It is there, and …
     *
     * @param contains it holds each of these
     * @param lacks it holds none of these
     * @param matches a part of it matches each of these
     */
    record Like(List<String> contains, List<String> lacks, List<Pattern> matches, Place place) implements ExpectedFile {

        public Like {
            contains = List.copyOf(contains);
            lacks = List.copyOf(lacks);
            matches = List.copyOf(matches);
        }
    }
}
