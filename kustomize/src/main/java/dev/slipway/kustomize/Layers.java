package dev.slipway.kustomize;

import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Items;
import dev.slipway.kustomize.document.ManifestReader;
import dev.slipway.kustomize.generate.Generators;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import dev.slipway.kustomize.read.Kustomization;
import dev.slipway.kustomize.read.Text;
import java.util.ArrayList;
import java.util.List;

/** Gathers the objects of a kustomization from its resources, generators and components, layer by layer. */
final class Layers {
    private final Sources sources;
    private final Directives directives;

    Layers(Sources sources) {
        this.sources = sources;
        this.directives = new Directives(sources);
    }

    /**
     * The objects of one layer.
     *
     * @param chain the directories that led here, the present one last
     * @param items empty, or for a component the objects of the kustomization that uses it
     */
    void gather(Kustomization kustomization, List<String> chain, Items items) {
        String directory = chain.getLast();
        Problems problems = new Problems();
        for (Text resource : kustomization.resources()) {
            problems.collect(() -> resource(resource, chain, items));
        }
        problems.stopIfAny();
        Generators generators = new Generators(path -> sources.bytes(directory, path));
        kustomization
                .generators()
                .forEach(generator -> problems.collect(() -> items.absorb(generators.generate(generator))));
        problems.stopIfAny();
        kustomization.components().forEach(component -> problems.collect(() -> component(component, chain, items)));
        problems.stopIfAny();
        directives.apply(kustomization, directory, items);
    }

    private void resource(Text resource, List<String> chain, Items items) {
        String path = sources.resolve(chain.getLast(), resource);
        if (sources.isDirectory(path)) {
            Items base = new Items();
            Kustomization kustomization = enter(path, resource, chain);
            expectComponent(kustomization, false, resource);
            gather(kustomization, extended(chain, path), base);
            items.addAll(base);
        } else {
            String text = sources.text(chain.getLast(), resource);
            ManifestReader.objects(path, text)
                    .forEach(object -> items.add(Item.read(object.place(), object.content())));
        }
    }

    private void component(Text component, List<String> chain, Items items) {
        String path = sources.resolve(chain.getLast(), component);
        if (!sources.isDirectory(path)) {
            throw new Refusal(
                    component.place(),
                    "\"" + component.text() + "\" is not a directory.",
                    "the directory of a component.",
                    "Correct the path, or list a file under resources.");
        }
        Kustomization kustomization = enter(path, component, chain);
        expectComponent(kustomization, true, component);
        gather(kustomization, extended(chain, path), items);
    }

    private Kustomization enter(String path, Text from, List<String> chain) {
        for (String visited : chain) {
            if (visited.equals(path) || path.isEmpty() || visited.startsWith(path + "/")) {
                throw new Refusal(
                        from.place(),
                        "\"" + from.text() + "\" leads back to a directory that is being rendered: "
                                + String.join(" -> ", extended(chain, path)) + ".",
                        "bases that do not contain what uses them.",
                        "Remove the cycle.");
            }
        }
        return sources.kustomization(path, from.place());
    }

    private static void expectComponent(Kustomization kustomization, boolean expected, Text from) {
        if (kustomization.component() != expected) {
            throw new Refusal(
                    from.place(),
                    "\"" + from.text() + "\" is " + (expected ? "no component." : "a component."),
                    expected ? "a kustomization of kind Component." : "a kustomization, not a Component.",
                    expected ? "List it under resources." : "List it under components.");
        }
    }

    private static List<String> extended(List<String> chain, String path) {
        List<String> extended = new ArrayList<>(chain);
        extended.add(path);
        return extended;
    }

    /** The directory that rendering begins with. */
    static List<String> start(String directory) {
        return List.of(TreePath.normalise(directory));
    }

    /** Where messages about that directory point to. */
    static Place origin(String directory) {
        return new Place(TreePath.join(directory, "kustomization.yaml"), 1, 1);
    }
}
