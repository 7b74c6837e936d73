package dev.slipway.gitops;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What decides an Application beside what it renders to now: what it will render to later, and what of it cannot be rendered
 * here. Of two that render equally and have equal footings, neither reaches anything that the other does not.
 *
 * @param spec without what is for people alone
 * @param annotations those that Argo CD and its image updater act upon
 * @param repository URL of the one that its manifest stands in; empty for the tree that was read
 * @param read the branches and tags that an ApplicationSet read to make it
 * @param files where something of it could not be rendered: the files that it names, by what they are, with their content ids
 */
public record Footing(
        Map<String, @Nullable Object> spec,
        Map<String, String> annotations,
        String repository,
        Set<Revision> read,
        Map<String, String> files) {

    private static final Set<String> FOR_PEOPLE = Set.of("info", "revisionHistoryLimit");
    private static final String ACTED_UPON = "argocd";

    /** @param sources the ones that it was rendered from */
    public static Footing of(RenderedApplication rendered, Sources sources) {
        Application application = rendered.application();
        Map<String, @Nullable Object> spec =
                new LinkedHashMap<>(application.object().map("spec"));
        spec.keySet().removeAll(FOR_PEOPLE);
        Map<String, String> annotations = new TreeMap<>(application.object().annotations());
        annotations.keySet().removeIf(each -> !each.startsWith(ACTED_UPON));
        return new Footing(
                spec,
                annotations,
                application.origin().repository(),
                application.origin().read(),
                rendered.findings().isEmpty() ? Map.of() : NamedFiles.of(rendered, sources));
    }

    /** In words what the other one has otherwise; empty where they are equal. */
    public String differenceTo(Footing other) {
        if (!repository.equals(other.repository) || !read.equals(other.read)) {
            return "which repository or branch declares it";
        }
        if (!spec.equals(other.spec)) {
            return "its " + first("spec.", spec, other.spec);
        }
        if (!annotations.equals(other.annotations)) {
            return "its annotation " + first("", annotations, other.annotations);
        }
        return files.equals(other.files)
                ? ""
                : "the file " + first("", files, other.files) + ", which it names and which is not rendered";
    }

    private static String first(String prefix, Map<String, ?> one, Map<String, ?> other) {
        Set<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        keys.removeIf(key -> Objects.equals(one.get(key), other.get(key)));
        return "\"" + prefix + keys.iterator().next() + "\"";
    }
}
