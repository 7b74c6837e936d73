package dev.slipway.documents.tree;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One thing that a tree was asked. */
record Question(Kind kind, String path) implements Comparable<Question> {

    static final String UNREADABLE = "unreadable";

    enum Kind {
        ENTRY,
        LISTING,
        CONTENT
    }

    /** What this tree answers, shortened to what tells answers apart. */
    String answer(FileTree tree) {
        return switch (kind) {
            case ENTRY -> told(tree.entry(path));
            case LISTING -> told(tree.list(path));
            case CONTENT -> tree.contentId(path).orElseGet(() -> content(tree));
        };
    }

    private String content(FileTree tree) {
        try {
            return GitIds.blob(tree.read(path));
        } catch (TreeException e) {
            return UNREADABLE;
        }
    }

    static String told(Optional<TreeEntry> entry) {
        return entry.map(found -> found.mode().name()).orElse("");
    }

    static String told(List<TreeEntry> entries) {
        return entries.stream().map(entry -> entry.name() + "/" + entry.mode()).collect(Collectors.joining("\n"));
    }

    @Override
    public int compareTo(Question other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : kind.compareTo(other.kind);
    }
}
