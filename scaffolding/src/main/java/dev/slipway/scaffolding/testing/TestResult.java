package dev.slipway.scaffolding.testing;

import dev.slipway.documents.yaml.Place;
import java.util.List;

/**
 * What came of one test.
 *
 * @param name as the test calls itself, else its file
 * @param failures none when it passed
 */
public record TestResult(String name, Place place, List<Failure> failures) {

    public TestResult {
        failures = List.copyOf(failures);
    }

    /**
     * What was not as expected.
     *
     * @param place of the expectation
     * @param difference lines that begin with {@code -} were expected and are missing, those with {@code +} are there instead,
     *     others are there; empty where a sentence says it all
     */
    public record Failure(Place place, String message, String difference) {

        Failure(Place place, String message) {
            this(place, message, "");
        }
    }

    public boolean passed() {
        return failures.isEmpty();
    }
}
