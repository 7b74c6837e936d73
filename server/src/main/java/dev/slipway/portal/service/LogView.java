package dev.slipway.portal.service;

import dev.slipway.delivery.LogLine;
import java.util.List;

/**
 * The newest lines of an environment's pods.
 *
 * @param pod empty for all of them
 */
public record LogView(
        List<String> environments, String environment, List<String> pods, String pod, List<LogLine> lines) {

    public LogView {
        environments = List.copyOf(environments);
        pods = List.copyOf(pods);
        lines = List.copyOf(lines);
    }
}
