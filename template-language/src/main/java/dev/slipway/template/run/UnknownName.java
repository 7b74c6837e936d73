package dev.slipway.template.run;

import dev.slipway.template.syntax.NearMisses;
import java.util.Collection;
import java.util.List;

/** A filter or test that does not exist. */
final class UnknownName extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> nearMisses;

    UnknownName(String kind, String name, Collection<String> known) {
        super("The " + kind + " \"" + name + "\" is not known.");
        this.nearMisses = NearMisses.of(name, known);
    }

    List<String> nearMisses() {
        return nearMisses;
    }
}
