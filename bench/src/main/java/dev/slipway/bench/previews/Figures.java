package dev.slipway.bench.previews;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the waits come to. */
record Figures(List<Waited> waits) {

    void print() {
        Map<String, Long> states =
                waits.stream().collect(Collectors.groupingBy(Waited::state, TreeMap::new, Collectors.counting()));
        System.out.println(waits.size() + " pull requests: " + states);
        line("build's end to commit", Waited::toCommit);
        line("commit to first answer", Waited::toAnswer);
    }

    private void line(String what, Function<Waited, Optional<Duration>> part) {
        List<Duration> sorted = waits.stream()
                .flatMap(wait -> part.apply(wait).stream())
                .sorted()
                .toList();
        if (!sorted.isEmpty()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-24s median %6.1f s   95 %% %6.1f s   worst %6.1f s   (%d)%n",
                    what,
                    seconds(sorted.get(sorted.size() / 2)),
                    seconds(sorted.get((int) (sorted.size() * 0.95))),
                    seconds(sorted.getLast()),
                    sorted.size());
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
