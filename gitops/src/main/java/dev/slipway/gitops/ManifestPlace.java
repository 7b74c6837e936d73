package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.Resource;

/** Where in a file a manifest stands. */
public final class ManifestPlace {

    private ManifestPlace() {}

    /**
     * File, line and column of what the JSON pointer points to, or as much of it as there is, in the document of this kind and name; the
     * file alone where that cannot be told.
     */
    public static String of(FileTree tree, String file, Resource object, String pointer) {
        try {
            return YamlReader.core().documents(file, tree.text(file).orElse("")).stream()
                    .flatMap(each -> each.asMap().stream())
                    .filter(each -> isOf(object, each))
                    .findFirst()
                    .map(each -> deepest(each, pointer).place().toString())
                    .orElse(file);
        } catch (YamlException | TreeException _) {
            return file;
        }
    }

    private static YamlValue deepest(YamlMap document, String pointer) {
        String at = pointer;
        while (document.at(at).isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return document.at(at).orElse(document);
    }

    private static boolean isOf(Resource object, YamlMap document) {
        return document.text("kind").filter(object.kind()::equals).isPresent()
                && document.map("metadata")
                        .flatMap(each -> each.text("name"))
                        .filter(object.name()::equals)
                        .isPresent();
    }
}
