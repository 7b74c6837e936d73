package dev.slipway.catalog.pages.definition;

/** A definition is not written in the language that its entity names. */
public final class UnreadableDefinition extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line from 1; 0 where it is the whole definition */
    UnreadableDefinition(int line, String message) {
        super(message);
        this.line = line;
    }

    public int line() {
        return line;
    }
}
