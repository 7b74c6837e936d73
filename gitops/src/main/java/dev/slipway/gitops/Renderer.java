package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.kustomize.Kustomize;
import dev.slipway.kustomize.KustomizeException;
import dev.slipway.kustomize.Rendering;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.Resources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Renders sources: kustomizations and plain directories. Keeps the newest results; safe for use by several threads. */
public final class Renderer {

    private static final int MOST_KEPT = 2000;

    private final Map<Key, Output> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Output> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Key(String commit, ApplicationSource source) {}

    /** An object with the file it comes from; for a kustomization its directory. */
    record Origin(String file, Resource object) {}

    record Output(List<Origin> objects, Set<String> filesRead, String fingerprint, List<Finding> findings) {

        List<Resource> resources() {
            return objects.stream().map(Origin::object).toList();
        }
    }

    Output render(FileTree tree, String commit, ApplicationSource source) {
        Key key = new Key(commit, source);
        synchronized (kept) {
            Output output = kept.get(key);
            if (output != null) {
                return output;
            }
        }
        Output output = rendered(tree, source);
        synchronized (kept) {
            kept.put(key, output);
        }
        return output;
    }

    private static Output rendered(FileTree tree, ApplicationSource source) {
        try {
            if (!tree.isDirectory(source.path())) {
                return failed(List.of(Finding.of(
                        source.path(),
                        "There is no directory \"" + source.path() + "\" in \"" + source.repositoryUrl() + "\" at \""
                                + source.revision() + "\".",
                        "an overlay or a directory of manifests")));
            }
            return !source.directory() && hasKustomization(tree, source.path())
                    ? kustomized(tree, source)
                    : plain(tree, source);
        } catch (KustomizeException e) {
            return failed(Finding.from(e));
        } catch (TreeException e) {
            return failed(List.of(Finding.of(e.path(), String.valueOf(e.getMessage()), "")));
        }
    }

    private static boolean hasKustomization(FileTree tree, String path) {
        String prefix = path.isEmpty() ? "" : path + "/";
        return Stream.of("kustomization.yaml", "kustomization.yml", "Kustomization")
                .anyMatch(name -> tree.isFile(prefix + name));
    }

    private static Output kustomized(FileTree tree, ApplicationSource source) {
        Rendering rendering = Kustomize.render(tree, source.path(), source.overrides());
        List<Origin> objects = rendering.objects().stream()
                .map(object -> new Origin(source.path(), object))
                .toList();
        return new Output(
                objects, rendering.filesRead(), RenderedApplication.fingerprint(rendering.objects()), List.of());
    }

    private static Output plain(FileTree tree, ApplicationSource source) {
        List<Origin> objects = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<String> files = files(tree, source);
        for (String file : files) {
            try {
                Resources.parse(file, tree.text(file).orElse("")).forEach(each -> objects.add(new Origin(file, each)));
            } catch (KustomizeException e) {
                findings.addAll(Finding.from(e));
            }
        }
        List<Resource> resources = objects.stream().map(Origin::object).toList();
        return new Output(
                objects, Set.copyOf(files), RenderedApplication.fingerprint(resources), List.copyOf(findings));
    }

    private static List<String> files(FileTree tree, ApplicationSource source) {
        List<TreeEntry> entries = source.recurse() ? tree.walk(source.path()) : tree.list(source.path());
        int skipped = source.path().isEmpty() ? 0 : source.path().length() + 1;
        return entries.stream()
                .filter(TreeEntry::isFile)
                .map(TreeEntry::path)
                .filter(path -> path.matches(".*\\.(yaml|yml|json)"))
                .filter(path ->
                        source.include().isEmpty() || Globs.matchesFile(source.include(), path.substring(skipped)))
                .filter(path ->
                        source.exclude().isEmpty() || !Globs.matchesFile(source.exclude(), path.substring(skipped)))
                .toList();
    }

    private static Output failed(List<Finding> findings) {
        return new Output(List.of(), Set.of(), RenderedApplication.fingerprint(List.of()), findings);
    }
}
