package dev.slipway.gotemplate.syntax;

import org.jspecify.annotations.Nullable;

/** What a template does, one after the other. */
public sealed interface Statement extends Node {

    /** Text that is written as it stands. */
    record Text(int position, String text) implements Statement {}

    /** A pipeline whose value is written, unless it declares or assigns variables. */
    record Action(int position, Pipe pipe) implements Statement {}

    record If(int position, Pipe pipe, Body body, @Nullable Body otherwise) implements Statement {}

    record With(
            int position, Pipe pipe, Body body, @Nullable Body otherwise) implements Statement {}

    record Range(
            int position, Pipe pipe, Body body, @Nullable Body otherwise) implements Statement {}

    /** The call of another template, with the pipeline's value for its dot. */
    record Template(int position, String name, @Nullable Pipe pipe) implements Statement {}

    record Break(int position) implements Statement {}

    record Continue(int position) implements Statement {}
}
