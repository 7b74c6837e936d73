package dev.slipway.scaffolder;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of one run of a template. */
public record RunId(@JsonValue UUID value) {

    public static RunId random() {
        return new RunId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if it is not a UUID */
    public static RunId parse(String text) {
        return new RunId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
