package dev.slipway.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of an intent to change Git, carried by the commit's trailer {@code Slipway-Change}. */
public record ChangeId(@JsonValue UUID value) {

    public static ChangeId random() {
        return new ChangeId(UUID.randomUUID());
    }

    public static ChangeId parse(String text) {
        return new ChangeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
