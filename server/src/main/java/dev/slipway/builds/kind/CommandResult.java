package dev.slipway.builds.kind;

import java.util.List;

/**
 * How a command ended.
 *
 * @param output the first lines of what it wrote, at most 500
 */
public record CommandResult(int exitCode, List<String> output) {

    public CommandResult {
        output = List.copyOf(output);
    }

    public boolean succeeded() {
        return exitCode == 0;
    }
}
