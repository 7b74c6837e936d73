package dev.slipway.template.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a template. Start and end are the offsets of the tag. */
public sealed interface Node {

    /** A whole template; slots is how many names it knows outside its macros. */
    record Root(List<Node> body, int slots) {}

    record Text(String text) implements Node {}

    /** {@code ${{ value }}}, and call and filter blocks, which are written differently but mean the same. */
    record Output(Expr value, int start, int end) implements Node {}

    record If(List<Branch> branches, List<Node> otherwise) implements Node {}

    record Switch(Expr subject, List<Branch> cases, List<Node> otherwise, int start, int end) implements Node {}

    /** A branch of an {@code if}, or a case of a {@code switch}. */
    record Branch(Expr condition, List<Node> body, int start, int end) {}

    record For(List<Target> targets, Expr items, List<Node> body, List<Node> otherwise, int start, int end)
            implements Node {}

    /** {@code set targets = value}. */
    record Assign(List<Target> targets, Expr value, int start, int end) implements Node {}

    /** A name that gets a value, with its slot if it has one. */
    record Target(String name, Expr.@Nullable Local local) {}

    /**
     * A macro's definition.
     *
     * @param everywhere whether it is known in other macros, too: not if it is defined inside a loop
     */
    record Define(Target target, Routine routine, boolean everywhere) implements Node {}

    /** A named block: without inheritance it is its body, with names of its own. */
    record Block(Routine routine) implements Node {}
}
