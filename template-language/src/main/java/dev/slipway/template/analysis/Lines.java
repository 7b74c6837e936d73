package dev.slipway.template.analysis;

import java.util.Arrays;

/** Tells line and column of offsets, without looking through the text for each. */
final class Lines {

    private final int[] starts;

    Lines(String text) {
        starts = java.util.stream.IntStream.concat(
                        java.util.stream.IntStream.of(0),
                        java.util.stream.IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }

    /** From 1. */
    int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** From 1. */
    int column(int offset) {
        return offset - starts[line(offset) - 1] + 1;
    }
}
