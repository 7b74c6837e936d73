package dev.slipway.template.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a template. */
public sealed interface Node {

    record Text(String text) implements Node {}

    /** {@code ${{ value }}}; start and end are the offsets of the whole tag. */
    record Output(Expr value, int start, int end) implements Node {}

    record If(List<Branch> branches, List<Node> otherwise) implements Node {}

    record Branch(Expr condition, List<Node> body, int start, int end) {}

    record For(List<String> names, Expr items, List<Node> body, List<Node> otherwise, int start, int end)
            implements Node {}

    /** {@code set names = value}, or, without a value, the rendered body. */
    record Assign(List<String> names, @Nullable Expr value, List<Node> body, int start, int end) implements Node {}
}
