package dev.slipway.scaffolder.preview;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a tree of files, within the bounds of what a page can show. */
final class FileNodes {

    private static final int LARGEST = 200_000;
    private static final int ALL_TOGETHER = 600_000;
    private static final int MOST_LINES = 1_500;
    private static final int MOST_FILES = 1_000;

    private int room = ALL_TOGETHER;

    private FileNodes() {}

    static List<FileNode> of(Map<String, FileContent> files) {
        SortedMap<String, FileContent> shown = new TreeMap<>();
        files.entrySet().stream().limit(MOST_FILES).forEach(file -> shown.put(file.getKey(), file.getValue()));
        return new FileNodes().nodes("", shown);
    }

    /** Folders first. */
    private List<FileNode> nodes(String folder, SortedMap<String, FileContent> files) {
        Map<String, SortedMap<String, FileContent>> folders = new LinkedHashMap<>();
        List<FileNode> leaves = new ArrayList<>();
        files.forEach((path, content) -> {
            String rest = path.substring(folder.length());
            int slash = rest.indexOf('/');
            if (slash < 0) {
                leaves.add(file(rest, path, content));
            } else {
                folders.computeIfAbsent(rest.substring(0, slash), _ -> new TreeMap<>())
                        .put(path, content);
            }
        });
        List<FileNode> nodes = new ArrayList<>();
        folders.forEach((name, below) ->
                nodes.add(new FileNode(name, folder + name, true, nodes(folder + name + "/", below), List.of(), "")));
        nodes.addAll(leaves);
        return nodes;
    }

    private FileNode file(String name, String path, FileContent content) {
        byte[] bytes = content.bytes();
        if (content.mode() == FileMode.SYMBOLIC_LINK) {
            return noted(name, path, "A symbolic link to " + content.text() + ".");
        }
        if (isBinary(bytes)) {
            return noted(name, path, "A binary file of " + bytes.length + " bytes.");
        }
        if (bytes.length > LARGEST || bytes.length > room) {
            return noted(name, path, "Too large to be shown here: " + bytes.length + " bytes.");
        }
        room -= bytes.length;
        return text(name, path, content);
    }

    private static FileNode text(String name, String path, FileContent content) {
        List<String> lines = content.text().lines().toList();
        String note = lines.size() > MOST_LINES
                ? "Only the first " + MOST_LINES + " lines are shown."
                : lines.isEmpty() ? "The file is empty." : "";
        return new FileNode(
                name,
                path,
                false,
                List.of(),
                lines.subList(0, Math.min(MOST_LINES, lines.size())),
                executable(content, note));
    }

    private static String executable(FileContent content, String note) {
        return content.mode() == FileMode.EXECUTABLE ? ("Executable. " + note).strip() : note;
    }

    private static FileNode noted(String name, String path, String note) {
        return new FileNode(name, path, false, List.of(), List.of(), note);
    }

    private static boolean isBinary(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 8_000); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
