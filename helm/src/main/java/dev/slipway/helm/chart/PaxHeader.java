package dev.slipway.helm.chart;

import org.jspecify.annotations.Nullable;

/** The records of an extended tar header: {@code LENGTH KEY=VALUE}, a line each. */
final class PaxHeader {

    private PaxHeader() {}

    /** The path, null when it names none. */
    static @Nullable String path(String records) {
        for (String record : records.split("\n")) {
            int key = record.indexOf(" path=");
            if (key > 0) {
                return record.substring(key + " path=".length());
            }
        }
        return null;
    }
}
