package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What decides an Application beside what it renders to now: what it will render to later, and what of it cannot be rendered
 * here.
 *
 * @param manifest what it says, but for what is for people alone; the fields of its spec and metadata by their dotted names
 * @param repository URL of the one that its manifest stands in; empty for the tree that was read
 * @param read the branches and tags that an ApplicationSet read to make it
 * @param files where something of it could not be rendered, or depends on its cluster: the files that it names or was rendered
 *     from, by what they are, with their content ids
 */
public record Footing(
        Map<String, @Nullable Object> manifest, String repository, Set<Revision> read, Map<String, String> files) {

    private static final Set<String> FOR_PEOPLE = Set.of("status", "spec.info", "spec.revisionHistoryLimit");

    /** How labels and annotations begin that nothing acts upon. */
    private static final List<String> NOTES = List.of(
            "link.argocd.argoproj.io/",
            "notifications.argoproj.io/",
            "kubectl.kubernetes.io/last-applied-configuration",
            "helm.sh/chart",
            "app.kubernetes.io/version",
            "app.kubernetes.io/managed-by");

    /**
     * @param tree the one that was read, in which a source that cannot be found is looked for as well: it may be the same by
     *     another URL
     * @param sources the ones that it was rendered from
     */
    public static Footing of(RenderedApplication rendered, FileTree tree, Sources sources) {
        Application application = rendered.application();
        Map<String, @Nullable Object> manifest = new LinkedHashMap<>();
        application.object().content().forEach((key, value) -> {
            if (key.equals("spec") || key.equals("metadata")) {
                application.object().map(key).forEach((name, each) -> manifest.put(key + "." + name, each));
            } else {
                manifest.put(key, value);
            }
        });
        manifest.keySet().removeAll(FOR_PEOPLE);
        manifest.put("metadata.annotations", withoutNotes(application.object().annotations()));
        manifest.put("metadata.labels", withoutNotes(application.labels()));
        return new Footing(
                manifest,
                application.origin().repository(),
                application.origin().read(),
                files(rendered, tree, sources));
    }

    private static Map<String, String> files(RenderedApplication rendered, FileTree tree, Sources sources) {
        if (!rendered.findings().isEmpty()) {
            return NamedFiles.of(rendered, tree, sources);
        }
        return rendered.doubts().isEmpty() ? Map.of() : filesRead(rendered, sources);
    }

    /** Of a chart that asks its cluster the files say more than what it renders to here. */
    private static Map<String, String> filesRead(RenderedApplication rendered, Sources sources) {
        Map<String, String> read = new TreeMap<>();
        for (RenderedApplication.Part part : rendered.parts()) {
            Revision revision = Revision.of(part.source());
            if (SourceReader.found(sources, revision) instanceof Sources.Answer.Found found) {
                String prefix = rendered.parts().size() == 1 ? "" : revision.repositoryUrl() + " ";
                part.filesRead().stream()
                        .filter(path -> found.tree().isFile(path) && !isForOthers(part.source(), path))
                        .forEach(path -> read.put(prefix + path, NamedFiles.id(found.tree(), path)));
            }
        }
        return read;
    }

    /** Values of other environments stand beside the chart's own; what begins with a dot is laid over the source. */
    private static boolean isForOthers(ApplicationSource source, String path) {
        HelmSource helm = source.helm();
        return helm != null
                && TreePath.parent(path).equals(source.path())
                && path.matches("(.*/)?[^./][^/]*\\.ya?ml")
                && !path.matches("(.*/)?(Chart|values|requirements)\\.yaml")
                && helm.valueFiles().stream()
                        .noneMatch(file -> file.reference() == null
                                && Charts.path(source, file.written()).equals(path));
    }

    private static Map<String, String> withoutNotes(Map<String, String> all) {
        Map<String, String> some = new TreeMap<>(all);
        some.keySet().removeIf(key -> NOTES.stream().anyMatch(key::startsWith));
        return some;
    }

    /** In words what the other one has otherwise; empty where they are equal. */
    public String differenceTo(Footing other) {
        if (!repository.equals(other.repository) || !read.equals(other.read)) {
            return "which repository declares it, or which branches decide that it is made";
        }
        if (!manifest.equals(other.manifest)) {
            return "its " + first(manifest, other.manifest);
        }
        return files.equals(other.files)
                ? ""
                : "the file " + first(files, other.files) + ", of which it is not known here what it comes to";
    }

    private static String first(Map<String, ?> one, Map<String, ?> other) {
        Set<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        keys.removeIf(key -> Objects.equals(one.get(key), other.get(key)));
        return "\"" + keys.iterator().next() + "\"";
    }
}
