package dev.slipway.kustomize;

import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.ManifestReader;
import dev.slipway.kustomize.document.Origin;
import dev.slipway.kustomize.generate.Generators;
import dev.slipway.kustomize.patch.Schema;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import dev.slipway.kustomize.read.ConfigurationReader;
import dev.slipway.kustomize.read.CustomResourceReader;
import dev.slipway.kustomize.read.Generator;
import dev.slipway.kustomize.read.Kustomization;
import dev.slipway.kustomize.read.LocalFiles;
import dev.slipway.kustomize.read.Text;
import dev.slipway.kustomize.step.GeneratorDocument;
import dev.slipway.kustomize.transform.Configuration;
import org.jspecify.annotations.Nullable;

/** Gathers the objects of a kustomization from its resources, generators and components, layer by layer. */
final class Layers {
    private final Sources sources;
    private final BuildMetadata metadata;
    private final ExtensionDocuments extensions;
    private @Nullable Schema schema;

    /** @param metadata what is noted down about the objects */
    Layers(Sources sources, BuildMetadata metadata) {
        this.sources = sources;
        this.metadata = metadata;
        this.extensions = new ExtensionDocuments(this, sources);
    }

    /**
     * The objects of one layer.
     *
     * @param into empty, or for a component what the kustomization that uses it has gathered
     */
    void gather(Kustomization kustomization, Trail trail, Accumulation into) {
        LocalFiles files = sources.files(trail.directory());
        useSchema(kustomization, files);
        Problems problems = new Problems();
        for (Text resource : kustomization.resources()) {
            problems.collect(() -> resource(resource, trail, into));
        }
        problems.stopIfAny();
        configure(kustomization, files, into);
        generate(kustomization, trail, files, into);
        kustomization.components().forEach(component -> problems.collect(() -> component(component, trail, into)));
        problems.stopIfAny();
        new Changes(extensions, metadata, schema == null ? Schema.kubernetes() : schema)
                .apply(kustomization, trail, files, into);
        into.variables().define(kustomization.variables(), into.items().all());
    }

    /** As in kustomize, the first one that is named holds for everything that follows. */
    private void useSchema(Kustomization kustomization, LocalFiles files) {
        Text path = kustomization.definitions().openapi();
        if (path == null || schema != null) {
            return;
        }
        for (YamlValue document : files.documents(path)) {
            schema = document instanceof YamlMap map ? Schema.of(map) : schema;
        }
    }

    private void resource(Text resource, Trail trail, Accumulation into) {
        String path = sources.resolve(trail.directory(), resource);
        if (sources.isDirectory(path)) {
            into.addAll(base(path, resource, trail), resource.place());
            return;
        }
        for (ManifestReader.Manifest object : ManifestReader.objects(sources.documents(trail.directory(), resource))) {
            Item item = Item.read(object);
            item.setOrigin(Origin.file(trail.origin(resource.text())));
            into.add(item);
        }
    }

    /** What a kustomization that is listed as a file would be has gathered. */
    Accumulation base(String path, Text from, Trail trail) {
        Accumulation base = new Accumulation();
        Trail deeper = trail.into(path, from);
        Kustomization kustomization = sources.kustomization(path, from.place());
        expectComponent(kustomization, false, from);
        gather(kustomization, deeper, base);
        return base;
    }

    private void component(Text component, Trail trail, Accumulation into) {
        String path = sources.resolve(trail.directory(), component);
        if (!sources.isDirectory(path)) {
            throw new Refusal(
                    component.place(),
                    "\"" + component.text() + "\" is not a directory.",
                    "the directory of a component.",
                    "Correct the path, or list a file under resources.");
        }
        Trail deeper = trail.into(path, component);
        Kustomization kustomization = sources.kustomization(path, component.place());
        expectComponent(kustomization, true, component);
        gather(kustomization, deeper, into);
        into.takeOver(component.place());
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

    private static void configure(Kustomization kustomization, LocalFiles files, Accumulation into) {
        Problems problems = new Problems();
        Place from = kustomization.place();
        Configuration own = Configuration.nothing();
        for (Text path : kustomization.definitions().configurations()) {
            Configuration before = own;
            own = problems.collect(
                    () -> before.merged(ConfigurationReader.read(files.path(path), files.text(path)), path.place()),
                    before);
        }
        Configuration all = own;
        problems.collect(() -> into.configure(Configuration.defaults().merged(all, from), from));
        for (Text path : kustomization.definitions().crds()) {
            problems.collect(
                    () -> into.configure(CustomResourceReader.read(files.path(path), files.text(path)), path.place()));
        }
        problems.stopIfAny();
    }

    private void generate(Kustomization kustomization, Trail trail, LocalFiles files, Accumulation into) {
        Problems problems = new Problems();
        String file = kustomization.fileName();
        Generators generators = new Generators(files::bytes);
        for (Generator generator : kustomization.generators()) {
            Origin.Maker maker = Origin.Maker.builtIn(generator.secret() ? "SecretGenerator" : "ConfigMapGenerator");
            problems.collect(() -> absorb(generators.generate(generator), new Origin(trail.origin(file), maker), into));
        }
        problems.stopIfAny();
        for (ExtensionDocuments.Extension extension :
                extensions.find(kustomization.extensions().generators(), trail, file)) {
            Origin origin = new Origin(extension.configuredIn(), GeneratorDocument.maker(extension.document()));
            problems.collect(() -> absorb(GeneratorDocument.generate(extension.document(), files), origin, into));
        }
        problems.stopIfAny();
    }

    private static void absorb(Item item, Origin origin, Accumulation into) {
        item.setOrigin(origin);
        into.items().absorb(item);
    }

    /** Where messages about that directory point to. */
    static Place origin(String directory) {
        return new Place(TreePath.join(directory, "kustomization.yaml"), 1, 1);
    }
}
