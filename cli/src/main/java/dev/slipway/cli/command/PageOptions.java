package dev.slipway.cli.command;

import dev.slipway.cli.command.Pages.Question;
import picocli.CommandLine.Option;

/** Which part of a long list is shown. */
final class PageOptions {

    @Option(names = "--limit", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int limit;

    @Option(names = "--offset", paramLabel = "N", description = "how many to pass over; default ${DEFAULT-VALUE}")
    private int offset;

    /** @param limit unless one is given */
    PageOptions(int limit) {
        this.limit = limit;
    }

    int offset() {
        return offset;
    }

    /** As {@link Pages#read} does. */
    Pages read(int mostAtOnce, String field, Question question) {
        return Pages.read(offset, limit, mostAtOnce, field, question);
    }

    /** For an answer that is one page. */
    String query() {
        return "limit=" + limit + "&offset=" + offset;
    }
}
