package dev.slipway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What the API, the portal and the command line say about one and the same thing. */
record Told(String api, String portal, String commandLine) {

    /** Each of the three says all of this. */
    Told says(String... words) {
        each((window, text) -> assertThat(text).as(window).contains(words));
        return this;
    }

    /** Whether each of the three says all of this by now. */
    boolean tells(String... words) {
        return Stream.of(api, portal, commandLine)
                .allMatch(text -> Stream.of(words).allMatch(text::contains));
    }

    /** Each of the three says something like this. */
    Told saysLike(String pattern) {
        each((window, text) -> assertThat(text).as(window).containsPattern(pattern));
        return this;
    }

    private void each(BiConsumer<String, String> look) {
        Map.of("API", api, "portal", portal, "command line", commandLine).forEach(look);
    }
}
