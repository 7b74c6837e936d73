package dev.slipway.template.regex;

import java.util.List;

/** A part of a pattern. */
sealed interface Piece {

    /** One character out of a set. */
    record One(CharacterSet set) implements Piece {}

    record Sequence(List<Piece> pieces) implements Piece {}

    record Choice(List<Piece> choices) implements Piece {}

    record Group(int number, Piece inside) implements Piece {}

    /** Repeats what is inside; it holds the groups from firstGroup up to, but without, endGroup. */
    record Repeat(Piece inside, int least, int most, boolean greedy, int firstGroup, int endGroup) implements Piece {}

    record BackReference(int group) implements Piece {}

    record Look(Piece inside, boolean behind, boolean negative) implements Piece {}

    /** A place between characters. */
    enum Place implements Piece {
        START,
        END,
        WORD_BOUNDARY,
        NO_WORD_BOUNDARY
    }
}
