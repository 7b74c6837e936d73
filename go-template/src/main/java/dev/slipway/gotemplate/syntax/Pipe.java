package dev.slipway.gotemplate.syntax;

import java.util.List;

/**
 * A pipeline: commands of which each gets the value of the one before as its last argument.
 *
 * @param variables those that are declared or assigned
 * @param assigns whether they are assigned, and not declared
 */
public record Pipe(int position, List<Operand.Variable> variables, boolean assigns, List<Command> commands)
        implements Operand {}
