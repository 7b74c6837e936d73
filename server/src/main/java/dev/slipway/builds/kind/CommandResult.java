package dev.slipway.builds.kind;

import java.util.List;

/**
 * How a command ended.
 *
 * @param output what it wrote; of more than 500 lines the first 250 and the last
 */
public record CommandResult(int exitCode, List<String> output) {

    public CommandResult {
        output = List.copyOf(output);
    }

    public boolean succeeded() {
        return exitCode == 0;
    }
}
