import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests, in the text format that Prometheus reads. */
final class Metrics {

    private static final Set<String> KNOWN_PATHS = Set.of("/", "/health", "/ready", "/metrics");

    private final Map<String, Series> series = new ConcurrentSkipListMap<>();
    private final AtomicInteger inProgress = new AtomicInteger();

    void started() {
        inProgress.incrementAndGet();
    }

    void finished(String path, int status, long nanoseconds) {
        inProgress.decrementAndGet();
        String known = KNOWN_PATHS.contains(path) ? path : "other";
        Series one = series.computeIfAbsent(
                "{path=\"" + known + "\",status=\"" + status + "\"}", labels -> new Series());
        one.requests.increment();
        one.nanoseconds.add(nanoseconds);
    }

    int inProgress() {
        return inProgress.get();
    }

    String inPrometheusFormat() {
        StringBuilder text = new StringBuilder();
        text.append("# TYPE http_requests_total counter\n");
        series.forEach((labels, one) ->
                text.append("http_requests_total").append(labels).append(' ').append(one.requests).append('\n'));
        text.append("# TYPE http_request_seconds_total counter\n");
        series.forEach((labels, one) -> text.append("http_request_seconds_total")
                .append(labels)
                .append(' ')
                .append(one.nanoseconds.sum() / 1e9)
                .append('\n'));
        text.append("# TYPE http_requests_in_progress gauge\n");
        text.append("http_requests_in_progress ").append(inProgress).append('\n');
        return text.toString();
    }

    /** The requests with the same labels. */
    private static final class Series {
        private final LongAdder requests = new LongAdder();
        private final LongAdder nanoseconds = new LongAdder();
    }
}
