package dev.slipway.gitops;

import dev.slipway.gitops.manifest.Fields;
import dev.slipway.kustomize.ImageOverride;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An Argo CD Application.
 *
 * @param file where it stands, in the repository of its {@code origin}; the directory of a kustomization or chart that makes it
 * @param sources at least one
 * @param cluster the destination's name, or its server's URL; {@code in-cluster} for Argo CD's own
 * @param origin what it was made by
 */
public record Application(
        String name,
        String file,
        String project,
        List<ApplicationSource> sources,
        String cluster,
        String namespace,
        Resource object,
        Origin origin) {

    private static final Set<String> TOOLS = Set.of("kustomize", "helm", "directory");

    private static final String OWN_SERVER = "https://kubernetes.default.svc";

    public Application {
        sources = List.copyOf(sources);
    }

    /**
     * How an Application comes about.
     *
     * @param repository URL of the one that its file stands in; empty for the tree that was read
     * @param by the Application or ApplicationSet that makes it, in words; empty for a manifest that stands for itself
     * @param scope what else tells it apart, where the file alone does not; empty otherwise
     * @param parameters that an ApplicationSet made it with, by their dotted names
     * @param read what the ApplicationSet read of repositories to find them
     */
    public record Origin(
            String repository, String by, String scope, Map<String, String> parameters, Set<Revision> read) {

        public static final Origin ITSELF = new Origin("", "", "");

        Origin(String repository, String by, String scope) {
            this(repository, by, scope, Map.of(), Set.of());
        }

        public Origin {
            read = Set.copyOf(read);
            parameters = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(parameters));
        }
    }

    /** @throws IllegalArgumentException if its source is malformed */
    public static Application of(String file, Resource object, Origin origin) {
        String server = object.text("spec", "destination", "server").orElse("");
        return new Application(
                object.name(),
                file,
                object.text("spec", "project").orElse("default"),
                sources(object),
                object.text("spec", "destination", "name")
                        .filter(name -> !name.isEmpty())
                        .orElse(server.equals(OWN_SERVER) ? "in-cluster" : server),
                object.text("spec", "destination", "namespace").orElse(""),
                object,
                origin);
    }

    /**
     * Argo CD passes over {@code source} where there are {@code sources}, and over both where a {@code sourceHydrator} writes
     * what is synced into a branch. Source: {@code ApplicationSpec.GetSource} of Argo CD 3.
     */
    private static List<ApplicationSource> sources(Resource object) {
        if (object.at("spec", "sourceHydrator").isPresent()) {
            return List.of(ApplicationSource.of(hydrated(object)));
        }
        List<ApplicationSource> sources = new ArrayList<>();
        object.list("spec", "sources").forEach(each -> sources.add(ApplicationSource.of(each)));
        if (sources.isEmpty()) {
            sources.add(ApplicationSource.of(single(object)));
        }
        return sources;
    }

    /**
     * The only source, without the tools of which it asks nothing; an entry of {@code sources} keeps them. Source:
     * {@code NormalizeApplicationSpec} of Argo CD 3.
     */
    private static Map<String, @Nullable Object> single(Resource object) {
        Map<String, @Nullable Object> source = new LinkedHashMap<>(object.map("spec", "source"));
        source.entrySet().removeIf(each -> TOOLS.contains(each.getKey()) && !Fields.says(each.getValue()));
        return source;
    }

    private static Map<String, Object> hydrated(Resource object) {
        return Map.of(
                "repoURL",
                object.text("spec", "sourceHydrator", "drySource", "repoURL").orElse(""),
                "targetRevision",
                object.text("spec", "sourceHydrator", "syncSource", "targetBranch")
                        .orElse(""),
                "path",
                object.text("spec", "sourceHydrator", "syncSource", "path").orElse(""));
    }

    /** What no other Application of the same revision has; {@link Identities} tells it again in another revision. */
    public ApplicationId id() {
        return ApplicationId.of(this);
    }

    /** The first source that is rendered. */
    public ApplicationSource source() {
        return sources.stream().filter(each -> !each.isReference()).findFirst().orElse(sources.getFirst());
    }

    /** Where a source stands in the manifest, as a JSON pointer; they are numbered from 0. */
    public String pointer(int number) {
        return object.list("spec", "sources").isEmpty() ? "/spec/source" : "/spec/sources/" + number;
    }

    /** What is written of a source. */
    Map<String, @Nullable Object> written(int number) {
        List<@Nullable Object> several = object.list("spec", "sources");
        return several.isEmpty()
                ? single(object)
                : Fields.of(several.get(number)).content();
    }

    public Map<String, String> labels() {
        return object.labels();
    }

    /** Whether it syncs by itself. */
    public boolean automated() {
        return object.at("spec", "syncPolicy", "automated").isPresent()
                && !object.text("spec", "syncPolicy", "automated", "enabled")
                        .orElse("true")
                        .equals("false");
    }

    public boolean prune() {
        return isTrue("prune");
    }

    public boolean selfHeal() {
        return isTrue("selfHeal");
    }

    private boolean isTrue(String key) {
        return object.text("spec", "syncPolicy", "automated", key).orElse("").equals("true");
    }

    /** Whether its objects go away with it: it carries Argo CD's finalizer. */
    public boolean deletesWhatItMade() {
        return object.list("metadata", "finalizers").stream()
                .anyMatch(each -> String.valueOf(each).startsWith("resources-finalizer.argocd.argoproj.io"));
    }

    /** The images that it pins by digest; {@code kustomize.images} of its sources decides them. */
    public List<ImageOverride> pinnedImages() {
        return sources.stream()
                .flatMap(source -> source.overrides().images().stream())
                .filter(image -> image.digest() != null)
                .toList();
    }
}
