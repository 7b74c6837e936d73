package dev.slipway.gitops;

import dev.slipway.kustomize.ImageOverride;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;

/**
 * An Argo CD Application.
 *
 * @param file where it stands
 * @param cluster the destination's name, or its server's URL; {@code in-cluster} for Argo CD's own
 */
public record Application(
        String name,
        String file,
        String project,
        ApplicationSource source,
        String cluster,
        String namespace,
        Resource object) {

    private static final String OWN_SERVER = "https://kubernetes.default.svc";

    /** @throws IllegalArgumentException if its source is malformed, or one that is not understood */
    static Application of(String file, Resource object) {
        if (!object.list("spec", "sources").isEmpty()
                || !object.map("spec", "source", "helm").isEmpty()) {
            throw new IllegalArgumentException("Several sources, and Helm charts, are not understood by this version.");
        }
        String server = object.text("spec", "destination", "server").orElse("");
        return new Application(
                object.name(),
                file,
                object.text("spec", "project").orElse("default"),
                ApplicationSource.of(object, "spec", "source"),
                object.text("spec", "destination", "name").orElse(server.equals(OWN_SERVER) ? "in-cluster" : server),
                object.text("spec", "destination", "namespace").orElse(""),
                object);
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

    /** The images that it pins by digest; {@code spec.source.kustomize.images} of its file decides them. */
    public List<ImageOverride> pinnedImages() {
        return source.overrides().images().stream()
                .filter(image -> image.digest() != null)
                .toList();
    }
}
