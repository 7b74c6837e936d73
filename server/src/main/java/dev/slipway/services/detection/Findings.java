package dev.slipway.services.detection;

import dev.slipway.services.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known so far, gathered by one reader after the other. */
final class Findings {

    static final int USUAL_PORT = 8080;

    int port = USUAL_PORT;

    @Nullable
    String alive;

    @Nullable
    String ready;

    @Nullable
    String metrics;

    final TreeMap<String, String> variables = new TreeMap<>();
    final List<Evidence> evidence = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();

    void found(String what, String value, String reason, Lines.Hit hit) {
        evidence.add(Evidence.found(what, value, reason, hit.file(), hit.line()));
    }

    void assumed(String what, String value, String reason) {
        evidence.add(Evidence.assumed(what, value, reason));
    }
}
