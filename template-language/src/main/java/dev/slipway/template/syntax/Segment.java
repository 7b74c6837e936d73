package dev.slipway.template.syntax;

import java.util.List;

/** A piece of a template between delimiters: plain text, an expression, or a tag. */
sealed interface Segment {

    record Text(String text) implements Segment {}

    record Variable(List<Token> tokens, int start, int end) implements Segment {}

    record Block(List<Token> tokens, int start, int end) implements Segment {

        String name() {
            return tokens.getFirst().text();
        }

        /** Whether it is a {@code set} without a value, which keeps what follows it. */
        boolean opensCapture() {
            return name().equals("set") && tokens.stream().noneMatch(token -> token.is("="));
        }

        boolean isRaw() {
            return name().equals("raw") || name().equals("verbatim");
        }
    }
}
