package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.RenderedApplication.Part;
import dev.slipway.gitops.discovery.ArgoManifests;
import dev.slipway.gitops.discovery.ArgoManifests.Found;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Where a tree without {@code bootstrap/root.yaml} begins: with what no other Application makes. */
final class Roots {

    private final FileTree tree;
    private final ArgoManifests manifests;
    private final Gathering gathering;

    Roots(FileTree tree, ArgoManifests manifests, Gathering gathering) {
        this.tree = tree;
        this.manifests = manifests;
        this.gathering = gathering;
    }

    /** Manifests first, then kustomizations and charts that nothing has rendered; then goes what turned out to be made. */
    void follow() {
        Set<String> kustomized = new TreeSet<>();
        for (Found each : manifests.found()) {
            Set<String> tops =
                    manifests.kustomizations().topsThatUse(each.place().file());
            kustomized.addAll(tops);
            if (tops.isEmpty()) {
                gathering.start(each.place().file(), each.object());
            }
        }
        gathering.follow();
        kustomized.forEach(this::directory);
        manifests.charts().forEach(this::directory);
        gathering.drop(superfluous());
    }

    private void directory(String directory) {
        if (!isRendered(directory, "")) {
            gathering.startFrom(directory, key());
            gathering.follow();
        }
    }

    /** Trees that tell no id are told apart by themselves. */
    private String key() {
        return tree.contentId("").orElseGet(() -> "tree " + System.identityHashCode(tree));
    }

    private boolean isRendered(String directory, String scope) {
        return gathering.ownParts().entrySet().stream()
                .anyMatch(each -> !each.getKey().scope().equals(scope)
                        && each.getValue().source().path().equals(directory));
    }

    /** What is only the raw material of another Application's kustomization, and what was followed too early. */
    private Set<Gathering.Key> superfluous() {
        Map<Gathering.Key, Part> parts = gathering.ownParts();
        Set<Gathering.Key> superfluous = new HashSet<>();
        for (Gathering.Key key : gathering.keys()) {
            if (gathering.isMade(key)) {
                continue;
            }
            boolean raw = key.scope().isEmpty()
                    && parts.entrySet().stream()
                            .anyMatch(part -> !part.getKey().equals(key)
                                    && part.getValue().filesRead().contains(key.file()));
            boolean early = !key.scope().isEmpty() && isRendered(key.scope(), key.scope());
            if (raw || early) {
                superfluous.add(key);
            }
        }
        return superfluous;
    }
}
