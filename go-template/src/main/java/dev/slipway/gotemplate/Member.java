package dev.slipway.gotemplate;

import org.jspecify.annotations.Nullable;

/** What stands behind a name of a {@link GoObject}. */
public sealed interface Member {

    /** A field. */
    record Field(@Nullable Object value) implements Member {}

    /** A method: called with the arguments that follow its name. */
    record Method(Signature signature, Function function) implements Member {}
}
