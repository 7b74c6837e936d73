package dev.slipway.gitops;

import dev.slipway.gitops.Output.Declaration;
import dev.slipway.kustomize.Resource;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a directory of plain manifests holds. What is below is gathered once: most of it stays as it is when something changes.
 *
 * @param id the tree's; null where trees tell none
 * @param parts in order of name
 */
record Folder(
        @Nullable String id,
        String path,
        List<FolderPart> parts,
        List<Resource> objects,
        List<Declaration> declarations,
        List<Finding> findings,
        String digests)
        implements FolderPart {

    static Folder of(@Nullable String id, String path, List<FolderPart> parts) {
        return new Folder(
                id,
                path,
                List.copyOf(parts),
                gathered(parts, FolderPart::objects),
                gathered(parts, FolderPart::declarations),
                gathered(parts, FolderPart::findings),
                digests(parts));
    }

    /** What is below is summed up, so that thousands of files need not be gone through when one changes. */
    private static String digests(List<FolderPart> parts) {
        StringBuilder digests = new StringBuilder();
        parts.forEach(part -> digests.append(part.digests()));
        return digests.length() > RenderedApplication.FINGERPRINT
                ? RenderedApplication.fingerprint(digests.toString())
                : digests.toString();
    }

    private static <T> List<T> gathered(List<FolderPart> parts, Function<FolderPart, List<T>> from) {
        List<T> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(from.apply(part)));
        return List.copyOf(all);
    }

    Output output() {
        return new Output(objects, declarations, files(), RenderedApplication.fingerprint(digests), findings);
    }

    private void forEach(Consumer<Manifests> consumer) {
        for (FolderPart part : parts) {
            switch (part) {
                case Folder folder -> folder.forEach(consumer);
                case Manifests file -> consumer.accept(file);
            }
        }
    }

    /** Gathered when somebody asks, which is seldom. */
    private Set<String> files() {
        return new AbstractSet<>() {
            @Override
            public Iterator<String> iterator() {
                List<String> paths = new ArrayList<>();
                Folder.this.forEach(file -> paths.add(file.path()));
                return paths.iterator();
            }

            @Override
            public int size() {
                int[] count = {0};
                Folder.this.forEach(_ -> count[0]++);
                return count[0];
            }
        };
    }
}
