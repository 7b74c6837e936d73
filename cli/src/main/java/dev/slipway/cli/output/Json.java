package dev.slipway.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.JsonNode;

/** Reads values for people out of JSON. */
public final class Json {

    private static final int DIGITS_FOR_PEOPLE = 10;

    private Json() {}

    /** The first of these fields that is there, as text; empty when none is. A value in an object of its own counts as the value. */
    public static String text(JsonNode node, String... fields) {
        for (String field : fields) {
            JsonNode value = unwrapped(node.path(field));
            if (value.isValueNode() && !value.isNull()) {
                return value.asString();
            }
        }
        return "";
    }

    /** The beginning of a commit or digest. */
    public static String brief(String id) {
        String plain = id.startsWith("sha256:") ? id.substring("sha256:".length()) : id;
        return plain.length() > DIGITS_FOR_PEOPLE ? plain.substring(0, DIGITS_FOR_PEOPLE) : plain;
    }

    /** For example {@code 5 min ago}; what is no time stays as it is. */
    public static String ago(String time, Instant now) {
        try {
            Duration past = Duration.between(Instant.parse(time), now);
            if (past.toSeconds() < 60) {
                return Math.max(0, past.toSeconds()) + " s ago";
            }
            if (past.toMinutes() < 60) {
                return past.toMinutes() + " min ago";
            }
            return past.toHours() < 48 ? past.toHours() + " h ago" : past.toDays() + " days ago";
        } catch (DateTimeParseException _) {
            return time;
        }
    }

    private static JsonNode unwrapped(JsonNode node) {
        if (!node.isObject()) {
            return node;
        }
        return node.has("value") ? node.path("value") : node.path("id");
    }
}
