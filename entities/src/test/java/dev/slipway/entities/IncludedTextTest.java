package dev.slipway.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What placeholders and aliases make of a short file. */
class IncludedTextTest {

    private static final String FIVE_MEBIBYTES = "openapi: 3.1.0\n".repeat((5 << 20) / 15);

    private final AtomicInteger read = new AtomicInteger();

    @Test
    void endsWhereThePlaceholdersOfAFileBringTooMuch() {
        EntityReader reader = new EntityReader("f", this::large);
        for (int i = 0; i < 6; i++) {
            assertThat(reader.read(api("{$text: a.yaml}"))).isInstanceOf(Reading.Taken.class);
        }

        for (int i = 0; i < 100; i++) {
            assertThat(problem(reader.read(api("{$text: a.yaml}"))))
                    .isEqualTo(
                            "f:4:55: spec.definition: $text cannot be resolved: with \"a.yaml\" the placeholders of this file"
                                    + " bring more than 32 MiB; include smaller files, or in fewer entities.");
        }
        assertThat(read).hasValue(7);
        assertThat(reader.read(api("written here"))).isInstanceOf(Reading.Taken.class);
    }

    @Test
    void refusesADocumentThatIsLongOnlyWithItsPlaceholders() {
        String four = IntStream.range(0, 4)
                .mapToObj(i -> "x" + i + ": {$text: a.yaml}")
                .collect(Collectors.joining(", ", "x, also: {", "}"));

        assertThat(problem(new EntityReader("f", this::large).read(api(four))))
                .contains("The document holds more than 16 MiB of text, with its placeholders and aliases.");
    }

    @Test
    void refusesADocumentThatIsLongOnlyWithItsAliases() {
        String aliases = "&x '" + "prose ".repeat(10_000) + "', also: [" + "*x, ".repeat(90_000) + "]";

        assertThat(problem(new EntityReader("f", this::large).read(api(aliases))))
                .contains("The document holds more than 16 MiB of text");
    }

    @Test
    void countsTheValuesOfAllPlaceholdersOfADocument() {
        String two = "x, one: {$yaml: a.yaml}, two: {$yaml: a.yaml}";
        String values = "[" + "1, \n".repeat(60_000) + "]";

        assertThat(problem(new EntityReader("f", target -> values).read(api(two))))
                .contains("spec.two: $yaml names a file that is not yaml")
                .contains("too large");
    }

    private String large(String target) {
        read.incrementAndGet();
        return FIVE_MEBIBYTES;
    }

    private static Chunk api(String definition) {
        return Chunk.of("apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata: {name: x}\n"
                        + "spec: {type: x, lifecycle: x, owner: red, definition: " + definition + "}\n")
                .getFirst();
    }

    private static String problem(Reading reading) {
        return ((Reading.Refused) reading).problems().getFirst().toString();
    }
}
