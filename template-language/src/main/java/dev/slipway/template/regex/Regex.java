package dev.slipway.template.regex;

import org.jspecify.annotations.Nullable;

/** A regular expression as a template writes it: {@code r/pattern/flags}. Immutable. */
public final class Regex {

    private final String pattern;
    private final String flags;
    private final Program program;

    private Regex(String pattern, String flags, Program program) {
        this.pattern = pattern;
        this.flags = flags;
        this.program = program;
    }

    /**
     * Reads a pattern.
     *
     * @param flags of {@code g}, {@code i}, {@code m} and {@code y}
     * @throws IllegalArgumentException if it is not a pattern
     */
    public static Regex of(String pattern, String flags) {
        if (flags.chars().distinct().count() < flags.length()) {
            throw new IllegalArgumentException(
                    "The regular expression has the flags \"" + flags + "\": each can be given once.");
        }
        Piece piece = new PatternParser(pattern).parse();
        Program program = Compiler.compile(piece, GroupNames.of(pattern), flags.contains("i"), flags.contains("m"));
        return new Regex(pattern, flags, program);
    }

    public boolean isGlobal() {
        return flags.contains("g");
    }

    /** The same without the flag {@code y}, which splitting does not heed. */
    public Regex anywhere() {
        return flags.contains("y") ? new Regex(pattern, flags.replace("y", ""), program) : this;
    }

    /**
     * The first match that begins at or after an offset, or null.
     *
     * @param step is run before each move; whatever it throws ends the search
     */
    public @Nullable Match find(String text, int from, Runnable step) {
        Machine machine = new Machine(program, text, step);
        int last = flags.contains("y") ? from : text.length();
        for (int start = from; start <= last; start++) {
            int[] groups = machine.matchAt(start);
            if (groups != null) {
                return new Match(text, groups, program.names());
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "/" + pattern + "/" + flags;
    }
}
