package dev.slipway.git.web;

import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.git.Snapshot;
import dev.slipway.ui.Markdown;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads files for pages, within the bounds of what a page can show. */
final class ShownFiles {

    private static final int LARGEST = 1 << 20;
    private static final int MOST_LINES = 5_000;
    private static final int LOOKED_AT_FOR_ZEROS = 8_000;

    private ShownFiles() {}

    /** @param source shows Markdown as it was written */
    static ShownFile of(Snapshot snapshot, TreeEntry entry, boolean source) {
        if (entry.mode() == FileMode.SUBMODULE) {
            return noted(entry, "", "A commit of another repository (a submodule).");
        }
        byte[] bytes = snapshot.read(entry.path());
        String size = size(bytes.length);
        if (isBinary(bytes)) {
            return noted(entry, size, "This is a binary file.");
        }
        if (bytes.length > LARGEST) {
            return noted(entry, size, "This file is too large to be shown here. Clone the repository to read it.");
        }
        return text(snapshot, entry, new String(bytes, StandardCharsets.UTF_8), size, source);
    }

    private static ShownFile text(Snapshot snapshot, TreeEntry entry, String text, String size, boolean source) {
        List<String> lines = text.lines().toList();
        String note = entry.mode() == FileMode.SYMBOLIC_LINK
                ? "A symbolic link to this path."
                : lines.size() > MOST_LINES ? "Only the first " + MOST_LINES + " lines are shown." : null;
        return new ShownFile(
                entry.path(),
                size,
                lines.subList(0, Math.min(MOST_LINES, lines.size())),
                source ? null : rendered(snapshot, entry, text),
                note);
    }

    private static @Nullable String rendered(Snapshot snapshot, TreeEntry entry, String text) {
        return entry.isFile() && entry.path().toLowerCase(Locale.ROOT).endsWith(".md")
                ? Markdown.html(text, Links.folder(snapshot.repository(), TreePath.parent(entry.path())))
                : null;
    }

    private static ShownFile noted(TreeEntry entry, String size, String note) {
        return new ShownFile(entry.path(), size, List.of(), null, note);
    }

    private static boolean isBinary(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT_FOR_ZEROS); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static String size(int bytes) {
        return bytes < 1024 ? bytes + " bytes" : (bytes + 512) / 1024 + " KiB";
    }
}
