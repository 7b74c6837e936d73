package dev.slipway.gitops.impact.reading.frame;

import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.kinds.PodTemplates;

/**
 * Knows something of what chooses pods by their labels. Looks from both ends: what chooses tells of its own changes, and a workload
 * of those choosers that did not change with it.
 */
public interface ChoiceReader extends ChangeReader {

    /** What may choose pods changes. */
    void chooser(Manifest was, Manifest is, Findings findings);

    /** What runs the pods changes. */
    void workload(Manifest was, Manifest is, Findings findings);

    @Override
    default void read(Manifest was, Manifest is, Findings findings) {
        if (PodTemplates.of(is.object()).isPresent()) {
            workload(was, is, findings);
        } else {
            chooser(was, is, findings);
        }
    }
}
