package dev.slipway.git;

import java.util.List;

/** What a merge comes to. */
public sealed interface Merge {

    /** Applies cleanly: these changes on top of "ours"; none when "ours" holds everything already. */
    record Clean(List<FileChange> changes) implements Merge {}

    /** These paths were changed on both sides; none when the two have nothing in common that they could be compared with. */
    record Conflicting(List<String> paths) implements Merge {}
}
