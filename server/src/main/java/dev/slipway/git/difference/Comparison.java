package dev.slipway.git.difference;

import java.util.List;

/**
 * What differs between two trees, for a page.
 *
 * @param leftOut how many more files differ that are not among these
 */
public record Comparison(List<ComparedFile> files, int leftOut) {

    public Comparison {
        files = List.copyOf(files);
    }

    public int added() {
        return files.stream().mapToInt(ComparedFile::added).sum();
    }

    public int removed() {
        return files.stream().mapToInt(ComparedFile::removed).sum();
    }

    public int total() {
        return files.size() + leftOut;
    }
}
