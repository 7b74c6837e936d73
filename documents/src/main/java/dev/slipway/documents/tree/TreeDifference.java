package dev.slipway.documents.tree;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares trees; directories whose ids are equal are not looked into. */
public final class TreeDifference {

    private final FileTree before;
    private final FileTree after;
    private final Set<String> paths = new TreeSet<>();

    private TreeDifference(FileTree before, FileTree after) {
        this.before = before;
        this.after = after;
    }

    /** The paths of which one tree says something else than the other, with all directories above them. */
    public static Set<String> between(FileTree before, FileTree after) {
        return after.differenceFrom(before).orElseGet(() -> listed(before, after));
    }

    private static Set<String> listed(FileTree before, FileTree after) {
        TreeDifference difference = new TreeDifference(before, after);
        difference.compareDirectories("");
        return difference.paths;
    }

    private void compareDirectories(String directory) {
        if (isSame(directory)) {
            return;
        }
        int found = paths.size();
        Map<String, TreeEntry> old = byPath(before.list(directory));
        List<TreeEntry> now = after.list(directory);
        Set<String> gone = new HashSet<>(old.keySet());
        for (TreeEntry entry : now) {
            gone.remove(entry.path());
            compare(old.get(entry.path()), entry);
        }
        gone.forEach(path -> compare(old.get(path), null));
        if (paths.size() > found) {
            paths.add(directory);
        }
    }

    private void compare(@Nullable TreeEntry old, @Nullable TreeEntry now) {
        TreeEntry any = Objects.requireNonNull(now == null ? old : now);
        boolean directories = (old == null || old.isDirectory()) && (now == null || now.isDirectory());
        if (directories && old != null && now != null) {
            compareDirectories(any.path());
        } else if (!Objects.equals(old, now)) {
            paths.add(any.path());
            compareDirectories(any.path());
        } else if (!isSame(any.path()) && !content(before, any.path()).equals(content(after, any.path()))) {
            paths.add(any.path());
        }
    }

    private boolean isSame(String path) {
        Optional<String> id = before.contentId(path);
        return id.isPresent() && id.equals(after.contentId(path));
    }

    private static String content(FileTree tree, String path) {
        return new Question(Question.Kind.CONTENT, path).answer(tree);
    }

    private static Map<String, TreeEntry> byPath(List<TreeEntry> entries) {
        Map<String, TreeEntry> byPath = new LinkedHashMap<>();
        entries.forEach(entry -> byPath.put(entry.path(), entry));
        return byPath;
    }
}
