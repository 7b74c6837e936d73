package dev.slipway.gotemplate.syntax;

import java.util.List;

/** A function, field or value, and the arguments that follow it. */
public record Command(int position, Operand first, List<Operand> arguments) implements Node {}
