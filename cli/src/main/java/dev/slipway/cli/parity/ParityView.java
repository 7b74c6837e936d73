package dev.slipway.cli.parity;

import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Comparisons for people. */
public final class ParityView {

    private ParityView() {}

    public static void list(JsonNode comparisons, int total, Output output) {
        if (comparisons.isEmpty()) {
            output.line("No service is in two environments of which one gets its Releases from the other.");
            return;
        }
        Table table = new Table("SERVICE", "TEAM", "FROM", "TO", "VERDICT", "BLOCKING");
        comparisons.forEach(each -> table.row(
                Json.text(each, "service"),
                Json.text(each, "team"),
                Json.text(each, "from"),
                Json.text(each, "to"),
                Json.text(each, "verdict"),
                String.join(", ", texts(each.path("blocking")))));
        output.table(table);
        if (total > comparisons.size()) {
            output.line("These are " + comparisons.size() + " of " + total + ".");
        }
    }

    public static void one(JsonNode comparisons, JsonNode drift, Output output) {
        comparisons.forEach(each -> comparison(each, output));
        if (comparisons.isEmpty()) {
            output.line("It is in no two environments of which one gets its Releases from the other.");
        }
        drift.forEach(each -> drift(each, output));
    }

    private static void comparison(JsonNode comparison, Output output) {
        output.line(Json.text(comparison, "from") + " -> " + Json.text(comparison, "to") + ": "
                + Json.text(comparison, "verdict") + ". " + Json.text(comparison, "words"));
        comparison
                .path("expired")
                .forEach(each -> output.line("  The exception for " + Json.text(each, "what") + " expired on "
                        + Json.text(each, "expires") + " (" + Json.text(each, "owner") + ", "
                        + Json.text(each, "where") + ")."));
        if (Json.text(comparison, "uncompared").isEmpty()) {
            comparison.path("terms").forEach(term -> term(term, comparison, output));
        }
    }

    private static void term(JsonNode term, JsonNode comparison, Output output) {
        String verdict = Json.text(term, "verdict");
        boolean free = !term.path("mustMatch").asBoolean() && verdict.equals("differs");
        output.line(
                String.format(Locale.ROOT, "  %-17s %s", Json.text(term, "term"), free ? "differs, and may" : verdict));
        if (free) {
            return;
        }
        texts(term.path("unknown")).forEach(each -> output.line("      " + each));
        term.path("differences").forEach(each -> difference(each, comparison, output));
    }

    private static void difference(JsonNode difference, JsonNode comparison, Output output) {
        String path = Json.text(difference, "path");
        output.line("      " + Json.text(difference, "object") + (path.isEmpty() ? "" : " " + path));
        String words = Json.text(difference, "words");
        if (!words.isEmpty()) {
            output.line("        " + words);
        }
        output.line("        " + Json.text(comparison, "from") + ": " + side(difference.path("left")));
        output.line("        " + Json.text(comparison, "to") + ": " + side(difference.path("right")));
        JsonNode exception = difference.path("exception");
        if (exception.isObject()) {
            output.line("        excepted until " + Json.text(exception, "expires") + " by "
                    + Json.text(exception, "owner") + ": " + Json.text(exception, "reason"));
        }
    }

    private static String side(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "nothing" : value.asString();
    }

    private static void drift(JsonNode drift, Output output) {
        List<String> objects = new ArrayList<>();
        drift.path("objects").forEach(each -> objects.add(Json.text(each, "kind") + " " + Json.text(each, "name")));
        output.line("live in " + Json.text(drift, "environment") + ": "
                + Json.text(drift, "sync").replace('_', ' ')
                + (objects.isEmpty() ? "" : ": " + String.join(", ", objects)));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asString()));
        return texts;
    }
}
