package dev.slipway.delivery.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to start.
 *
 * @param mark see {@link Marks}
 * @param directory its working directory
 * @param home its own directory, which it may write to
 * @param output where its output and errors are appended
 */
public record Launch(
        String mark, List<String> command, Map<String, String> environment, Path directory, Path home, Path output) {}
