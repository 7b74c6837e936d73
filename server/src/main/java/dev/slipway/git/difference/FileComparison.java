package dev.slipway.git.difference;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.FileDifference;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.jspecify.annotations.Nullable;

/** Compares the two sides of one file. */
final class FileComparison {

    private static final int LARGEST = 1 << 20;

    private final FileDifference difference;
    private final int mostLines;
    private final byte[] before;
    private final byte[] after;

    FileComparison(FileDifference difference, int mostLines) {
        this.difference = difference;
        this.mostLines = mostLines;
        this.before = bytes(difference.before());
        this.after = bytes(difference.after());
    }

    private static byte[] bytes(@Nullable FileContent content) {
        return content == null ? new byte[0] : content.bytes();
    }

    ComparedFile compare() {
        List<String> notes = notesOnMode();
        if (RawText.isBinary(before) || RawText.isBinary(after)) {
            notes.add("Binary file: " + size(before) + " before, " + size(after) + " after.");
            return file(0, 0, List.of(), notes);
        }
        if (before.length > LARGEST || after.length > LARGEST) {
            notes.add("Too large to compare here: " + size(before) + " before, " + size(after) + " after.");
            return file(0, 0, List.of(), notes);
        }
        return text(new RawText(before), new RawText(after), notes);
    }

    private ComparedFile text(RawText one, RawText other, List<String> notes) {
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, one, other);
        List<Hunk> hunks = new Hunks(one, other).of(edits);
        List<Hunk> shown = cut(hunks);
        int added = edits.stream().mapToInt(edit -> edit.getLengthB()).sum();
        int removed = edits.stream().mapToInt(edit -> edit.getLengthA()).sum();
        if (!shown.equals(hunks)) {
            notes.add("The difference is large: only its beginning is shown. See the rest with git diff.");
        }
        if (after.length > 0 && other.isMissingNewlineAtEnd() && !edits.isEmpty()) {
            notes.add("No newline at the end of the file.");
        }
        return file(added, removed, shown, notes);
    }

    private List<Hunk> cut(List<Hunk> hunks) {
        List<Hunk> shown = new ArrayList<>();
        int room = mostLines;
        for (Hunk hunk : hunks) {
            if (room <= 0) {
                break;
            }
            int lines = Math.min(room, hunk.lines().size());
            shown.add(
                    lines == hunk.lines().size()
                            ? hunk
                            : new Hunk(hunk.heading(), hunk.lines().subList(0, lines)));
            room -= lines;
        }
        return shown;
    }

    private List<String> notesOnMode() {
        List<String> notes = new ArrayList<>();
        FileContent was = difference.before();
        FileContent is = difference.after();
        if (was != null && is != null && was.mode() != is.mode()) {
            notes.add("Mode " + Integer.toOctalString(was.mode().bits()) + " became "
                    + Integer.toOctalString(is.mode().bits()) + ".");
        }
        return notes;
    }

    private ComparedFile file(int added, int removed, List<Hunk> hunks, List<String> notes) {
        ComparedFile.Change change = difference.before() == null
                ? ComparedFile.Change.ADDED
                : difference.after() == null ? ComparedFile.Change.REMOVED : ComparedFile.Change.CHANGED;
        return new ComparedFile(difference.path(), change, added, removed, hunks, notes);
    }

    private static String size(byte[] bytes) {
        return bytes.length < 1024 ? bytes.length + " bytes" : (bytes.length + 512) / 1024 + " KiB";
    }
}
