package dev.slipway.gotemplate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many arguments of which types a function takes; a call that does not fit fails with Go's words before the function is called.
 *
 * @param fixed the parameters that must be given
 * @param rest the type of any further ones, null when there may be none
 */
public record Signature(List<Parameter> fixed, @Nullable Parameter rest) {

    public Signature {
        fixed = List.copyOf(fixed);
    }

    /** Any number of anything: the function looks for itself. */
    public static Signature any() {
        return new Signature(List.of(), Parameter.ANY);
    }

    /** Exactly these. */
    public static Signature of(Parameter... fixed) {
        return new Signature(List.of(fixed), null);
    }

    /** These, then any number of {@code more}: Go's variadic functions. */
    public Signature then(Parameter more) {
        return new Signature(fixed, more);
    }

    /** The parameter that the argument at this position (from 0) belongs to; only for positions that are allowed. */
    public Parameter at(int position) {
        if (position < fixed.size()) return fixed.get(position);
        return rest == null ? Parameter.ANY : rest;
    }
}
