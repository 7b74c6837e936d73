package dev.slipway.gotemplate.syntax;

import java.util.List;

/** A word of a command. */
public sealed interface Operand extends Node
        permits Pipe,
                NumberLiteral,
                Operand.Dot,
                Operand.Nil,
                Operand.Bool,
                Operand.Text,
                Operand.Field,
                Operand.Variable,
                Operand.Chain,
                Operand.Name {

    record Dot(int position) implements Operand {}

    record Nil(int position) implements Operand {}

    record Bool(int position, boolean value) implements Operand {}

    /** A string constant; {@code quoted} is how it was written. */
    record Text(int position, String quoted, String value) implements Operand {}

    /** {@code .a.b}, without its dots. */
    record Field(int position, List<String> names) implements Operand {}

    /** {@code $x.a.b}: a variable's name with its dollar, and fields of its value. */
    record Variable(int position, String name, List<String> fields) implements Operand {}

    /** {@code (pipeline).a.b}, or a function's name followed by fields. */
    record Chain(int position, Operand of, List<String> fields) implements Operand {}

    /** The name of a function. */
    record Name(int position, String name) implements Operand {}
}
