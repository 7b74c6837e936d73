package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.Judgement.Judged;
import dev.slipway.gitops.discovery.ArgoManifests;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads what a tree declares, renders every Application and holds it against its project. Where there is
 * {@code bootstrap/root.yaml}, what it leads to is live and nothing else; in a tree of another shape every Application and
 * ApplicationSet is, wherever it stands, unless another one makes it.
 */
public final class DeclaredReader {

    /** The manifest that leads to everything that is live. */
    public static final String ROOT = "bootstrap/root.yaml";

    private DeclaredReader() {}

    /** As below, without ApplicationSets: each becomes a finding. */
    public static Declared read(FileTree tree, Sources sources, Renderer renderer) {
        return read(tree, sources, renderer, ApplicationSets.unread());
    }

    /** As below, with charts for the versions of Kubernetes that the tree's own platform.yaml says. */
    public static Declared read(FileTree tree, Sources sources, Renderer renderer, ApplicationSets sets) {
        return read(tree, sources, renderer, sets, KubernetesVersions.read(tree));
    }

    /**
     * @param tree the repository that holds the Applications
     * @param sources also knows this tree by its URL and revision
     * @param kubernetes which charts are rendered for
     */
    public static Declared read(
            FileTree tree, Sources sources, Renderer renderer, ApplicationSets sets, KubernetesVersions kubernetes) {
        Remembered remembered = renderer.remembered();
        Pass before = remembered.before(tree.isFile(ROOT), kubernetes);
        Gathering gathering = new Gathering(tree, sources, renderer, sets, before);
        List<Finding> findings = before.bootstrapped()
                ? bootstrapped(renderer.manifests(tree, ROOT), gathering)
                : found(tree, gathering);
        findings.addAll(gathering.findings());
        NameOrder order = gathering.applications();
        Derived<RenderedApplication, Judged> judged = new Judgement(
                        gathering.projects(), sources, before.bootstrapped())
                .of(order.applications(), before.judged());
        remembered.keep(gathering.pass(order, judged));
        return new Declared(
                judged.made().stream().map(Judged::application).toList(),
                List.copyOf(gathering.projects().values()),
                gathering.sets(),
                findings,
                gathering.commits(),
                gathering.doubts());
    }

    private static List<Finding> bootstrapped(Manifests root, Gathering gathering) {
        gathering.start(root.declarations());
        gathering.follow();
        return new ArrayList<>(root.findings());
    }

    private static List<Finding> found(FileTree tree, Gathering gathering) {
        ArgoManifests manifests = ArgoManifests.in(tree);
        new Roots(tree, manifests, gathering).follow();
        return manifests.unread().stream()
                .map(each -> new Finding(
                        each.place().toString(),
                        each.what(),
                        "a manifest",
                        "Correct it; what it declares is not read."))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
