package dev.slipway.entities;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one document, by JSON pointer; places come when there is something to tell. */
final class Findings {

    /** One thing that is wrong. */
    record Finding(String pointer, String message, String expected) {}

    private final List<Finding> all = new ArrayList<>();

    void add(Pointer pointer, String message, String expected) {
        all.add(new Finding(pointer.toString(), message, expected));
    }

    /** Whether something is wrong with the value here itself. */
    boolean at(Pointer pointer) {
        return all.stream().anyMatch(finding -> finding.pointer().equals(pointer.toString()));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Finding> all() {
        return all;
    }
}
