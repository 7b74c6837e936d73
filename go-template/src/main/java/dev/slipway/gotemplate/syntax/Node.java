package dev.slipway.gotemplate.syntax;

/** A part of a template that an error can point at. */
public sealed interface Node permits Statement, Operand, Command, Body {

    /** Where it begins, as an index into the text's characters. */
    int position();

    /** As Go prints it in messages: the source, with its spaces evened out. */
    default String source() {
        return NodeSource.of(this);
    }
}
