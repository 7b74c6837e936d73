package dev.slipway.gotemplate;

import org.jspecify.annotations.Nullable;

/**
 * A value with fields and methods: what a struct, or a type with methods, is in Go. One that is also a {@code Map} or a {@code List}
 * is ranged over, indexed and measured as such ({@code .Files}, {@code .Capabilities.APIVersions}); one that is not
 * is always true, and refuses these.
 */
public interface GoObject {

    /** As Go's messages name it, such as {@code chartutil.Files}. */
    String typeName();

    /** The field or method of this name, null when there is none. */
    @Nullable
    Member member(String name);

    /** What {@code %v} prints. */
    String print();
}
