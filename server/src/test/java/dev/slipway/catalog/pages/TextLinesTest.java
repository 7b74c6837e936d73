package dev.slipway.catalog.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLinesTest {

    @ParameterizedTest
    @CsvSource({"type Order {,text-declaration", "type: service,''", "spec:,text-declaration", "# note,text-comment"})
    void coloursWhatBeginsSomething(String line, String css) {
        assertThat(TextLines.of(line).getFirst().css()).isEqualTo(css);
    }
}
