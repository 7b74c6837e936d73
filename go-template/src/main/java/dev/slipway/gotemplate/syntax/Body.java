package dev.slipway.gotemplate.syntax;

import java.util.List;

/** The statements of a template, or of a branch of one. */
public record Body(int position, List<Statement> statements) implements Node {

    /** Whether there is nothing but white space: such a definition does not replace another. */
    public boolean isEmpty() {
        return statements.stream()
                .allMatch(statement -> statement instanceof Statement.Text text && GoText.isBlank(text.text()));
    }
}
