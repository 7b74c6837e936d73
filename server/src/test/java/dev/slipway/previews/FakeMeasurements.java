package dev.slipway.previews;

import dev.slipway.traffic.Measurements;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Requests that a test makes up. */
final class FakeMeasurements implements Measurements {

    final Map<String, Instant> last = new HashMap<>();

    @Override
    public Window between(String application, Instant from, Instant to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Instant> lastRequests(Instant since) {
        Map<String, Instant> found = new HashMap<>(last);
        found.values().removeIf(each -> each.isBefore(since));
        return found;
    }
}
