package dev.slipway.template.syntax;

import java.util.List;

/**
 * A part of a template that can be called: a macro, or the body of a {@code call} block.
 *
 * @param parameters without defaults; their slots are the first ones
 * @param defaults the parameters with defaults
 * @param slots how many names it knows
 */
public record Routine(String name, List<String> parameters, List<Default> defaults, List<Node> body, int slots) {

    /** A parameter with a default: start and end are the offsets of the tag that declares it. */
    public record Default(String name, Expr value, int start, int end) {}
}
