package dev.slipway.template.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns a pattern into instructions. */
final class Compiler {

    private static final int MOST_INSTRUCTIONS = 20_000;

    private final List<Instruction> instructions = new ArrayList<>();
    private int registers;

    private Compiler(int registers) {
        this.registers = registers;
    }

    static Program compile(Piece piece, Map<String, Integer> names, boolean ignoreCase, boolean multiline) {
        int groups = 1 + countGroups(piece);
        Compiler compiler = new Compiler(2 * groups);
        compiler.group(0, piece, false);
        compiler.emit(new Instruction.Found());
        return new Program(
                List.copyOf(compiler.instructions),
                groups,
                compiler.registers,
                ignoreCase,
                multiline,
                Map.copyOf(names));
    }

    private static int countGroups(Piece piece) {
        return switch (piece) {
            case Piece.Sequence sequence ->
                sequence.pieces().stream().mapToInt(Compiler::countGroups).sum();
            case Piece.Choice choice ->
                choice.choices().stream().mapToInt(Compiler::countGroups).sum();
            case Piece.Group group -> 1 + countGroups(group.inside());
            case Piece.Repeat repeat -> countGroups(repeat.inside());
            case Piece.Look look -> countGroups(look.inside());
            case Piece.One _, Piece.BackReference _, Piece.Place _ -> 0;
        };
    }

    private int emit(Instruction instruction) {
        if (instructions.size() >= MOST_INSTRUCTIONS) {
            throw new IllegalArgumentException("The regular expression is too long.");
        }
        instructions.add(instruction);
        return instructions.size() - 1;
    }

    private void add(Piece piece, boolean backwards) {
        switch (piece) {
            case Piece.One one -> emit(new Instruction.Read(one.set(), backwards));
            case Piece.Place place -> emit(new Instruction.Check(place));
            case Piece.BackReference reference -> emit(new Instruction.ReadGroup(reference.group(), backwards));
            case Piece.Sequence sequence ->
                (backwards ? sequence.pieces().reversed() : sequence.pieces()).forEach(each -> add(each, backwards));
            case Piece.Choice choice -> choice(choice, backwards);
            case Piece.Group group -> group(group.number(), group.inside(), backwards);
            case Piece.Repeat repeat -> repeat(repeat, backwards);
            case Piece.Look look -> look(look);
        }
    }

    private void group(int number, Piece inside, boolean backwards) {
        emit(new Instruction.Save(2 * number + (backwards ? 1 : 0)));
        add(inside, backwards);
        emit(new Instruction.Save(2 * number + (backwards ? 0 : 1)));
    }

    private void choice(Piece.Choice choice, boolean backwards) {
        List<Integer> ends = new ArrayList<>();
        for (Piece each : choice.choices().subList(0, choice.choices().size() - 1)) {
            int fork = emit(new Instruction.Fork(0));
            add(each, backwards);
            ends.add(emit(new Instruction.Jump(0)));
            instructions.set(fork, new Instruction.Fork(instructions.size()));
        }
        add(choice.choices().getLast(), backwards);
        ends.forEach(end -> instructions.set(end, new Instruction.Jump(instructions.size())));
    }

    private void repeat(Piece.Repeat repeat, boolean backwards) {
        int counter = registers;
        registers += 2;
        emit(new Instruction.Begin(counter));
        int again = emit(new Instruction.Jump(0));
        emit(new Instruction.Round(counter, repeat.firstGroup(), repeat.endGroup()));
        add(repeat.inside(), backwards);
        emit(new Instruction.Jump(again));
        instructions.set(
                again,
                new Instruction.Again(counter, repeat.least(), repeat.most(), repeat.greedy(), instructions.size()));
    }

    private void look(Piece.Look look) {
        int start = emit(new Instruction.Jump(0));
        add(look.inside(), look.behind());
        emit(new Instruction.Found());
        instructions.set(start, new Instruction.Look(look.negative(), instructions.size()));
    }
}
