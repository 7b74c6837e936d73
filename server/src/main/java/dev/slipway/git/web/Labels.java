package dev.slipway.git.web;

import dev.slipway.git.Label;
import java.util.List;

/**
 * The labels of a repository, and which of them something carries.
 *
 * @param known all of the repository
 */
public record Labels(List<Label> known, List<String> carried) {

    public Labels {
        known = List.copyOf(known);
        carried = List.copyOf(carried);
    }

    /** Those that are carried, with their colours. */
    public List<Label> shown() {
        return of(carried);
    }

    /** Those that could be added. */
    public List<Label> others() {
        return known.stream().filter(label -> !carried.contains(label.name())).toList();
    }

    /** Labels by these names. */
    public List<Label> of(List<String> names) {
        return known.stream().filter(label -> names.contains(label.name())).toList();
    }
}
