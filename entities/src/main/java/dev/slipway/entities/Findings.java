package dev.slipway.entities;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one document, by JSON pointer; places come when there is something to tell. */
final class Findings {

    /** One thing that is wrong. */
    record Finding(String pointer, String message, String expected) {}

    private final List<Finding> all = new ArrayList<>();

    void add(String pointer, String message, String expected) {
        all.add(new Finding(pointer, message, expected));
    }

    /** Whether something is wrong with the value here itself. */
    boolean at(String pointer) {
        return all.stream().anyMatch(finding -> finding.pointer().equals(pointer));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Finding> all() {
        return all;
    }

    static String below(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
