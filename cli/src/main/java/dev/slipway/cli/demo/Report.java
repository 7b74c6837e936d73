package dev.slipway.cli.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Runs the steps, says what happens, and shows them with their times in the end. */
final class Report {

    private final PrintWriter out;
    private final List<Line> lines = new ArrayList<>();

    private record Line(String step, String result, Duration took) {}

    Report(PrintWriter out) {
        this.out = out;
    }

    /** One step, which does something, checks it and says in a few words what it saw. */
    void step(String name, Supplier<String> action) {
        out.printf("  … %s%n", name);
        out.flush();
        Instant begin = Instant.now();
        String result = action.get();
        Duration took = Duration.between(begin, Instant.now());
        lines.add(new Line(name, result, took));
        out.printf(Locale.ROOT, "  ✓ %s (%.1f s): %s%n", name, took.toMillis() / 1000.0, result);
        out.flush();
    }

    void print() {
        int width = lines.stream().mapToInt(line -> line.step().length()).max().orElse(0);
        out.println();
        for (Line line : lines) {
            out.printf(
                    Locale.ROOT,
                    "  %-" + width + "s  %6.1f s  %s%n",
                    line.step(),
                    line.took().toMillis() / 1000.0,
                    line.result());
        }
        long total = lines.stream().mapToLong(line -> line.took().toMillis()).sum();
        out.printf(Locale.ROOT, "  %-" + width + "s  %6.1f s%n%n", "Everything", total / 1000.0);
    }
}
