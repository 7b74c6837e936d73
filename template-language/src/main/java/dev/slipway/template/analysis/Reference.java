package dev.slipway.template.analysis;

import java.util.List;

/**
 * A use of something that the template's context has to bring, for example {@code steps['fetch'].output.url}.
 *
 * @param path its root and the members that are written out, as far as they are: {@code values[key].a} is {@code values}
 * @param computed whether a member follows that only rendering can tell
 * @param cautious whether the template asks somewhere if it is there, or says what counts where it is missing: {@code is defined}, {@code default},
 *     {@code or}, {@code and}, {@code if}
 * @param line from 1, in the template's text
 * @param column from 1
 */
public record Reference(List<String> path, boolean computed, boolean cautious, int line, int column) {

    public Reference {
        path = List.copyOf(path);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("A reference has at least a root.");
        }
    }

    Reference asCautious() {
        return new Reference(path, computed, true, line, column);
    }

    public String root() {
        return path.getFirst();
    }
}
