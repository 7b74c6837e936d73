package dev.slipway.template.regex;

/** What the machine does next. Those that read characters go backwards inside a look behind. */
sealed interface Instruction {

    record Read(CharacterSet set, boolean backwards) implements Instruction {}

    record ReadGroup(int group, boolean backwards) implements Instruction {}

    record Check(Piece.Place place) implements Instruction {}

    /** Remembers where it is. */
    record Save(int register) implements Instruction {}

    record Jump(int target) implements Instruction {}

    /** Goes on with the next instruction, and if that fails, at the other one. */
    record Fork(int other) implements Instruction {}

    /** Sets a counter to zero. */
    record Begin(int counter) implements Instruction {}

    /** Decides whether there is another round: the round is the next instruction. */
    record Again(int counter, int least, int most, boolean greedy, int exit) implements Instruction {}

    /** Begins a round: counts it, remembers where it began (in the register behind the counter) and forgets its groups. */
    record Round(int counter, int firstGroup, int endGroup) implements Instruction {}

    /** Matches the next instructions up to a {@link Found}, without moving; then goes on behind them. */
    record Look(boolean negative, int behind) implements Instruction {}

    record Found() implements Instruction {}
}
