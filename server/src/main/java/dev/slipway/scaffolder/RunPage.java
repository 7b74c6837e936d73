package dev.slipway.scaffolder;

import java.util.List;

/**
 * Some of the runs that were asked for.
 *
 * @param runs without their steps
 * @param total how many there are altogether
 */
public record RunPage(List<TemplateRun> runs, long total) {

    public RunPage {
        runs = List.copyOf(runs);
    }
}
