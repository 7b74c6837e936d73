package dev.slipway.template.regex;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program over a text. What has to be tried later, and what has to be undone before, lies on a stack of its own, so that a long
 * text needs no deep recursion.
 */
final class Machine {

    private final Program program;
    private final String text;
    private final Runnable step;
    private final int[] registers;
    private final Trail trail = new Trail();
    private int at;
    private int next;

    Machine(Program program, String text, Runnable step) {
        this.program = program;
        this.text = text;
        this.step = step;
        this.registers = new int[program.registers()];
    }

    /** The groups of a match that begins here, or null. */
    int @Nullable [] matchAt(int start) {
        Arrays.fill(registers, -1);
        at = start;
        next = 0;
        trail.clear();
        return run() ? Arrays.copyOf(registers, 2 * program.groups()) : null;
    }

    /** Runs from the next instruction to a {@link Instruction.Found}; if there is no way, everything is as before. */
    private boolean run() {
        int bottom = trail.size();
        while (true) {
            step.run();
            Instruction instruction = program.instructions().get(next++);
            if (instruction instanceof Instruction.Found) {
                return true;
            }
            if (!execute(instruction) && !backtrack(bottom)) {
                return false;
            }
        }
    }

    /** Undoes what was done since the last fork, and takes its other way. */
    private boolean backtrack(int bottom) {
        while (trail.size() > bottom) {
            if (trail.pop(registers)) {
                next = trail.poppedInstruction();
                at = trail.poppedOffset();
                return true;
            }
        }
        return false;
    }

    private boolean execute(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Read read -> read(read);
            case Instruction.ReadGroup read -> readGroup(read);
            case Instruction.Check check -> isAt(check.place());
            case Instruction.Save save -> set(save.register(), at);
            case Instruction.Jump jump -> {
                next = jump.target();
                yield true;
            }
            case Instruction.Fork fork -> {
                trail.pushFork(fork.other(), at);
                yield true;
            }
            case Instruction.Begin begin -> set(begin.counter(), 0);
            case Instruction.Again again -> again(again);
            case Instruction.Round round -> round(round);
            case Instruction.Look look -> look(look);
            case Instruction.Found _ -> true;
        };
    }

    private boolean set(int register, int value) {
        trail.pushRegister(register, registers[register]);
        registers[register] = value;
        return true;
    }

    private boolean read(Instruction.Read read) {
        int index = read.backwards() ? at - 1 : at;
        if (index < 0 || index >= text.length()) {
            return false;
        }
        char c = text.charAt(index);
        at += read.backwards() ? -1 : 1;
        return program.ignoreCase() ? read.set().hasInAnyCase(c) : read.set().has(c);
    }

    /** A group that took no part matches nothing, which is always there. */
    private boolean readGroup(Instruction.ReadGroup read) {
        int start = registers[2 * read.group()];
        int end = registers[2 * read.group() + 1];
        if (start < 0 || end < 0) {
            return true;
        }
        int length = end - start;
        int from = read.backwards() ? at - length : at;
        if (from < 0 || from + length > text.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            step.run();
            char expected = text.charAt(start + i);
            char actual = text.charAt(from + i);
            if (expected != actual
                    && !(program.ignoreCase() && CharacterSet.canonical(expected) == CharacterSet.canonical(actual))) {
                return false;
            }
        }
        at = read.backwards() ? from : from + length;
        return true;
    }

    private boolean isAt(Piece.Place place) {
        return switch (place) {
            case START -> at == 0 || (program.multiline() && CharacterSet.LINE_BREAKS.has(text.charAt(at - 1)));
            case END -> at == text.length() || (program.multiline() && CharacterSet.LINE_BREAKS.has(text.charAt(at)));
            case WORD_BOUNDARY -> isWord(at - 1) != isWord(at);
            case NO_WORD_BOUNDARY -> isWord(at - 1) == isWord(at);
        };
    }

    private boolean isWord(int index) {
        return index >= 0 && index < text.length() && CharacterSet.WORD.has(text.charAt(index));
    }

    private boolean again(Instruction.Again again) {
        int round = next;
        int count = registers[again.counter()];
        if (count > again.least() && registers[again.counter() + 1] == at) {
            return false; // a round that need not be and matched nothing would go on for ever
        }
        if (count < again.least()) {
            return true;
        }
        if (count >= again.most()) {
            next = again.exit();
        } else if (again.greedy()) {
            trail.pushFork(again.exit(), at);
        } else {
            trail.pushFork(round, at);
            next = again.exit();
        }
        return true;
    }

    private boolean round(Instruction.Round round) {
        set(round.counter(), registers[round.counter()] + 1);
        set(round.counter() + 1, at);
        for (int register = 2 * round.firstGroup(); register < 2 * round.endGroup(); register++) {
            if (registers[register] >= 0) {
                set(register, -1);
            }
        }
        return true;
    }

    private boolean look(Instruction.Look look) {
        int start = at;
        int bottom = trail.size();
        boolean found = run();
        if (found && look.negative()) {
            trail.undo(bottom, registers);
        } else if (found) {
            trail.forgetForks(bottom);
        }
        at = start;
        next = look.behind();
        return found != look.negative();
    }
}
