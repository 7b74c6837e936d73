package dev.slipway.git.difference;

import java.util.List;

/**
 * One file that differs.
 *
 * @param added how many lines are new, those that are not shown included
 * @param removed how many lines are gone
 * @param notes what the lines do not say: a new mode, a binary file, lines that are left out
 */
public record ComparedFile(String path, Change change, int added, int removed, List<Hunk> hunks, List<String> notes) {

    /** What became of the file. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    public ComparedFile {
        hunks = List.copyOf(hunks);
        notes = List.copyOf(notes);
    }

    public int lines() {
        return hunks.stream().mapToInt(hunk -> hunk.lines().size()).sum();
    }
}
