package dev.slipway.kustomize;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.emit.Emitter;
import dev.slipway.kustomize.problem.Problem;
import dev.slipway.kustomize.problem.Refusal;
import dev.slipway.kustomize.read.Kustomization;
import dev.slipway.kustomize.transform.FieldGroup;
import dev.slipway.kustomize.transform.FieldSpec;
import dev.slipway.kustomize.transform.NameReferences;
import dev.slipway.kustomize.transform.Names;
import dev.slipway.kustomize.transform.OutputOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Renders kustomizations. Safe for use by several threads. */
public final class Kustomize {
    private static final String LOCAL = "config.kubernetes.io/local-config";

    private Kustomize() {}

    /**
     * Renders the kustomization in a directory.
     *
     * @param tree where it and everything that it refers to is read from
     * @param directory a path, empty for the tree's root
     * @param overrides what a deployer sets on top of it
     * @throws KustomizeException with every problem that was found, if it cannot be rendered
     */
    public static Rendering render(FileTree tree, String directory, Overrides overrides) {
        return render(tree, directory, overrides, new ParsedFiles(0));
    }

    /** As {@link #render(FileTree, String, Overrides)}, sparing what other renders have parsed already. */
    public static Rendering render(FileTree tree, String directory, Overrides overrides, ParsedFiles parsed) {
        try {
            return rendered(new Sources(tree, parsed), Trail.start(directory), new OverrideLayer(overrides));
        } catch (Refusal refusal) {
            throw new KustomizeException(refusal);
        } catch (TreeException e) {
            throw new KustomizeException(List.of(new Problem(
                    new Place(directory, 1, 1),
                    String.valueOf(e.getMessage()),
                    "a directory within the tree.",
                    "Correct the path.")));
        }
    }

    private static Rendering rendered(Sources sources, Trail trail, OverrideLayer overrides) {
        Kustomization kustomization = overrides.onto(
                sources.kustomization(trail.directory(), Layers.origin(trail.directory())),
                component -> sources.isDirectory(sources.resolve(trail.directory(), component)));
        BuildMetadata metadata = new BuildMetadata(kustomization.buildMetadata());
        Accumulation gathered = new Accumulation();
        new Layers(sources, metadata).gather(kustomization, trail, gathered);
        List<Item> all = gathered.items().all();
        Names.hash(all);
        NameReferences.correct(all, gathered.configuration().references());
        resolve(kustomization, gathered, all);
        all.forEach(item -> item.writeAnnotationsAsTexts(Emitter::text));
        metadata.write(all);
        List<Resource> objects = ordered(kustomization, all).stream()
                .filter(item -> !isLocal(item))
                .map(item -> Resource.of(item.content()))
                .toList();
        return new Rendering(objects, ResourceWriter.text(objects), sources.read());
    }

    /** Where the kustomization says where objects come from, their annotations are written anew and share nothing with their copies. */
    private static void resolve(Kustomization kustomization, Accumulation gathered, List<Item> all) {
        List<FieldSpec> copies = new ArrayList<>(gathered.configuration().of(FieldGroup.COMMON_LABELS));
        if (kustomization.buildMetadata().isEmpty()) {
            copies.addAll(gathered.configuration().of(FieldGroup.COMMON_ANNOTATIONS));
        }
        gathered.variables().resolve(all, gathered.configuration().of(FieldGroup.VAR_REFERENCE), copies);
    }

    private static List<Item> ordered(Kustomization kustomization, List<Item> items) {
        Kustomization.Order order = kustomization.order();
        if (order == null) {
            return OutputOrder.usual().sorted(items);
        }
        if (order.firstInFirstOut()) {
            return items;
        }
        boolean usual = order.first() == null || order.last() == null;
        return usual
                ? OutputOrder.usual().sorted(items)
                : OutputOrder.of(Objects.requireNonNull(order.first()), Objects.requireNonNull(order.last()))
                        .sorted(items);
    }

    /** Objects that are only for the kustomization itself are not printed. */
    private static boolean isLocal(Item item) {
        Object local = item.metadataMap("annotations").get(LOCAL);
        return local != null && !local.toString().equals("false");
    }
}
