package dev.slipway.git.difference;

import dev.slipway.git.FileDifference;
import java.util.ArrayList;
import java.util.List;

/** Compares files within the bounds of what a page can show. */
public final class Comparisons {

    private static final int MOST_FILES = 200;
    private static final int MOST_LINES = 6_000;
    private static final int MOST_LINES_OF_A_FILE = 1_000;

    private Comparisons() {}

    public static Comparison of(List<FileDifference> differences) {
        List<ComparedFile> files = new ArrayList<>();
        int room = MOST_LINES;
        for (FileDifference difference : differences.subList(0, Math.min(MOST_FILES, differences.size()))) {
            ComparedFile file = new FileComparison(difference, Math.min(room, MOST_LINES_OF_A_FILE)).compare();
            files.add(file);
            room -= file.lines();
        }
        return new Comparison(files, differences.size() - files.size());
    }
}
