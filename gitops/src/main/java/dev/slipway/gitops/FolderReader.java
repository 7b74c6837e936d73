package dev.slipway.gitops;

import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.kustomize.KustomizeException;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.ResourceWriter;
import dev.slipway.kustomize.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a directory of plain manifests; of one that was read before only what has another id is read again.
 *
 * @param changed what differs from the tree that it was read from before; null where that is not known
 */
record FolderReader(
        FileTree tree, ApplicationSource source, @Nullable Paths changed, Remembered remembered, StoredRenders stored) {

    /** What Argo CD takes for manifests; a library of Jsonnet is none. */
    private static final Pattern MANIFEST = Pattern.compile(".*\\.(yaml|yml|json|jsonnet)");

    private static final String JSONNET = ".jsonnet";

    /** @param before the same directory as it was read before */
    Folder read(@Nullable Folder before) {
        return folder(source.path(), before);
    }

    private Folder folder(String path, @Nullable Folder before) {
        String id = tree.contentId(path).orElse(null);
        if (before != null && isSame(id, before)) {
            return before;
        }
        Map<String, FolderPart> known = new HashMap<>();
        if (before != null) {
            before.parts().forEach(part -> known.put(part.path(), part));
        }
        List<FolderPart> parts = new ArrayList<>();
        for (TreeEntry entry : tree.list(path)) {
            FolderPart old = known.get(entry.path());
            if (old != null && changed != null && !changed.mayHold(entry.path())) {
                parts.add(old);
            } else if (entry.isDirectory() && source.recurse()) {
                parts.add(folder(entry.path(), old instanceof Folder folder ? folder : null));
            } else if (entry.isFile() && isWanted(entry.path())) {
                parts.add(file(entry.path(), old));
            } else if (entry.mode() == FileMode.SYMBOLIC_LINK && isWanted(entry.path())) {
                parts.add(new Manifests(null, entry.path(), List.of(), "", List.of(link(entry.path()))));
            }
        }
        return Folder.of(id, path, parts);
    }

    private Manifests file(String path, @Nullable FolderPart old) {
        String id = tree.contentId(path).orElse(null);
        return old instanceof Manifests file && isSame(id, file) ? file : file(tree, path, remembered, stored);
    }

    /** The objects of a file. */
    static Manifests file(FileTree tree, String path, Remembered remembered, StoredRenders stored) {
        String id = tree.contentId(path).orElse(null);
        return id == null
                ? parsed(tree, null, path)
                : remembered.file(
                        id + path,
                        () -> stored.manifests(id, path).orElseGet(() -> storedNow(parsed(tree, id, path), stored)));
    }

    private static Manifests storedNow(Manifests parsed, StoredRenders stored) {
        stored.put(parsed);
        return parsed;
    }

    private static Manifests parsed(FileTree tree, @Nullable String id, String path) {
        if (path.endsWith(JSONNET)) {
            return new Manifests(id, path, List.of(), "", List.of(jsonnet(path)));
        }
        try {
            List<Resource> objects = Resources.parse(path, tree.text(path).orElse(""));
            String digests = objects.stream()
                    .map(object -> RenderedApplication.fingerprint(ResourceWriter.text(object)))
                    .collect(Collectors.joining());
            return new Manifests(id, path, objects, digests, List.of());
        } catch (KustomizeException e) {
            return new Manifests(id, path, List.of(), "", Finding.from(e));
        } catch (TreeException e) {
            return new Manifests(
                    id, path, List.of(), "", List.of(Finding.of(path, String.valueOf(e.getMessage()), "")));
        }
    }

    private static Finding jsonnet(String path) {
        return new Finding(
                path,
                "\"" + path + "\" is Jsonnet, which is not evaluated: what it makes is not known.",
                "YAML or JSON",
                "Evaluate it elsewhere and keep the result beside it; directory.exclude passes over the original.");
    }

    /** Argo CD reads what it leads to. */
    private static Finding link(String path) {
        return new Finding(
                path,
                "\"" + path + "\" is a symbolic link, which is not followed: what it leads to is not known.",
                "a file",
                "Put the file itself there; directory.exclude passes over the link.");
    }

    private static boolean isSame(@Nullable String id, FolderPart part) {
        return id != null && id.equals(part.id());
    }

    private boolean isWanted(String path) {
        if (!MANIFEST.matcher(path).matches()) {
            return false;
        }
        String below =
                path.substring(source.path().isEmpty() ? 0 : source.path().length() + 1);
        return (source.include().isEmpty() || Globs.matchesFile(source.include(), below))
                && (source.exclude().isEmpty() || !Globs.matchesFile(source.exclude(), below));
    }
}
