package dev.slipway.cli.command;

import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * As many of the server's pages as {@code --limit} takes.
 *
 * @param items of all of them
 * @param last the newest answer, which counts all there are
 */
record Pages(ArrayNode items, JsonNode last) {

    /** Asks for a page. */
    interface Question {
        JsonNode ask(int offset, int limit);
    }

    /**
     * @param offset how many are passed over
     * @param limit how many are wanted
     * @param mostAtOnce the server's own limit
     * @param field of an answer, that holds its items
     */
    static Pages read(int offset, int limit, int mostAtOnce, String field, Question question) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        JsonNode page;
        int asked;
        do {
            asked = Math.min(mostAtOnce, limit - items.size());
            page = question.ask(offset + items.size(), asked);
            page.path(field).forEach(items::add);
        } while (page.path(field).size() >= asked && items.size() < limit);
        return new Pages(items, page);
    }

    /**
     * For people, with what the limit leaves out.
     *
     * @param total how many there are like that
     * @param none says that there are none
     */
    void show(Table table, int total, String none, Output output) {
        if (items.isEmpty()) {
            output.line(total == 0 ? none : "There are " + total + " only; --offset is too large.");
            return;
        }
        output.table(table);
        if (total > items.size()) {
            output.line("These are " + items.size() + " of " + total + "; --limit and --offset show others.");
        }
    }
}
