package dev.slipway.cli.command;

import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Shows what a promotion changes: the Release before, and the commits that come or are taken back. */
final class ContentView {

    private static final int LONGEST = 72;
    private static final int MOST_NAMED = 10;

    private ContentView() {}

    /** Whether it changes, or changed, anything: what ended before it was written did not. */
    static boolean hasContent(JsonNode promotion) {
        return promotion.hasNonNull("commit") || !PromotionView.ENDED.contains(Json.text(promotion, "state"));
    }

    static void show(JsonNode content, Output output) {
        JsonNode over = content.path("over");
        output.line("over: "
                + (over.isObject()
                        ? "release " + Json.text(over, "id") + ", commit " + Json.brief(Json.text(over, "commit"))
                        : "nothing"));
        Table table = new Table("CHANGE", "COMMIT", "SUBJECT", "AUTHOR");
        rows(table, "comes", content.path("brought"));
        rows(table, "goes", content.path("withdrawn"));
        if (!table.isEmpty()) {
            output.table(table);
        }
        if (!content.path("complete").asBoolean()) {
            output.line("Not all commits are listed: " + Json.text(content, "broughtTotal") + " come, "
                    + Json.text(content, "withdrawnTotal") + " go.");
        }
        if (!content.path("accounts").isEmpty()) {
            output.line("pushed or proposed by: "
                    + names(content.path("accounts").valueStream().map(JsonNode::asString)));
        }
        if (!content.path("unattributed").isEmpty()) {
            output.line("Nobody knows who pushed: " + unattributed(content.path("unattributed")));
        }
    }

    private static void rows(Table table, String change, JsonNode commits) {
        commits.forEach(commit -> table.row(
                change,
                Json.brief(Json.text(commit, "id")),
                shortened(Json.text(commit, "subject")),
                shortened(Json.text(commit, "author"))));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    private static String unattributed(JsonNode commits) {
        String first = names(commits.valueStream().limit(MOST_NAMED).map(commit -> Json.brief(commit.asString())));
        return commits.size() > MOST_NAMED ? first + " and " + (commits.size() - MOST_NAMED) + " more" : first;
    }

    private static String names(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
    }
}
