package dev.slipway.delivery.sync;

import dev.slipway.delivery.objects.LiveObject;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a sync applies at once.
 *
 * @param objects hooks, and in the phase Sync also what belongs to the application
 */
record Step(Phase phase, int wave, List<LiveObject> objects) {

    String name() {
        return phase.text() + ", wave " + wave;
    }

    String names() {
        return objects.stream().map(each -> each.key().toString()).collect(Collectors.joining(", "));
    }
}
