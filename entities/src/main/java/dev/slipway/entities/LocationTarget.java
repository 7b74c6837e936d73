package dev.slipway.entities;

import java.util.List;

/**
 * A file that a Location names, or several by a glob.
 *
 * @param text a path relative to the Location's file, or a URL
 * @param path to where the Location says so
 */
public record LocationTarget(String text, List<String> path) {

    public LocationTarget {
        path = List.copyOf(path);
    }

    /** As in {@link EntityProblem#field}, for example {@code spec.targets.1}. */
    public String field() {
        return String.join(".", path);
    }
}
