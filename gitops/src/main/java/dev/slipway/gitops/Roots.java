package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.RenderedApplication.Part;
import dev.slipway.gitops.discovery.ArgoManifests;
import dev.slipway.gitops.discovery.ArgoManifests.Found;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Where a tree without {@code bootstrap/root.yaml} begins: with what no other Application makes. */
final class Roots {

    private static final List<String> OF_CHARTS = List.of("templates/", "crds/", "charts/");

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
            gathering.startFrom(directory, key(), !isRendered(directory));
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

    private boolean isRendered(String directory) {
        return gathering.ownParts().values().stream()
                .anyMatch(each -> each.source().path().equals(directory));
    }

    /** Whether a scope is that of a directory that was followed by itself, or of a set in it. */
    private static boolean isOf(String scope, String directory) {
        return !directory.isEmpty()
                && scope.startsWith(directory)
                && (scope.length() == directory.length() || scope.charAt(directory.length()) == ' ');
    }

    /** What is only the raw material of another Application's kustomization, and what was followed too early. */
    private Set<Gathering.Key> superfluous() {
        Map<Gathering.Key, Part> parts = gathering.ownParts();
        Set<Gathering.Key> superfluous = new HashSet<>();
        for (Gathering.Key key : gathering.keys()) {
            if (gathering.isMade(key)) {
                continue;
            }
            boolean raw = parts.entrySet().stream()
                    .anyMatch(part -> !part.getKey().equals(key) && isRaw(key, part.getValue()));
            boolean early = parts.entrySet().stream()
                    .filter(part -> !part.getValue().source().path().isEmpty())
                    .anyMatch(part -> isOf(key.scope(), part.getValue().source().path())
                            && !isOf(
                                    part.getKey().scope(),
                                    part.getValue().source().path()));
            if (raw || early) {
                superfluous.add(key);
            }
        }
        return superfluous;
    }

    /** Of a chart's files only those below these directories are more than files of it; sets have their name for a scope. */
    private static boolean isRaw(Gathering.Key key, Part part) {
        boolean ofASet = key.scope().startsWith(" ");
        if (!part.filesRead().contains(key.file()) || !(key.scope().isEmpty() || (ofASet && part.isChart()))) {
            return false;
        }
        String directory = part.source().path().isEmpty() ? "" : part.source().path() + "/";
        return !part.isChart() || OF_CHARTS.stream().anyMatch(each -> key.file().startsWith(directory + each));
    }
}
