package dev.slipway.gitops.places;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.CreatedNames;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.remote.RemoteBase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The documents that one Application was rendered from. */
final class Documents implements Origins {

    private static final String KUSTOMIZATION = "Kustomization";

    private final String prefix;
    private final List<YamlMap> documents = new ArrayList<>();

    /** @param prefix before each place; names a repository that is not the reader's own */
    Documents(FileTree tree, Collection<String> files, String prefix) {
        this.prefix = prefix;
        for (String file : new TreeSet<>(files)) {
            if (file.matches(".*\\.ya?ml|.*\\.json|(.*/)?Kustomization")) {
                documents.addAll(read(file, tree.text(file).orElse("")));
            }
        }
    }

    /** What is not YAML has been told by whoever rendered it. */
    private static List<YamlMap> read(String file, String text) {
        try {
            return YamlReader.core().documents(file, text).stream()
                    .flatMap(each -> each.asMap().stream())
                    .flatMap(Documents::unfolded)
                    .toList();
        } catch (YamlException _) {
            return List.of();
        }
    }

    /** The items of a list of objects. */
    private static Stream<YamlMap> unfolded(YamlMap document) {
        return document.text("kind").filter(kind -> kind.endsWith("List")).isPresent()
                ? document.items("items").stream().flatMap(each -> each.asMap().stream())
                : Stream.of(document);
    }

    @Override
    public Optional<String> place(Resource object, String pointer) {
        return of(object).stream()
                .reduce((base, patch) -> deepest(patch, pointer).length()
                                >= deepest(base, pointer).length()
                        ? patch
                        : base)
                .map(each -> prefix
                        + RemoteBase.shown(
                                each.at(deepest(each, pointer)).orElse(each).place()));
    }

    /** A base and the patches of it; where names were changed, those that the name holds. */
    private List<YamlMap> of(Resource object) {
        List<YamlMap> ofKind = documents.stream()
                .filter(each -> each.text("kind").orElse("").equals(object.kind()))
                .toList();
        if (CreatedNames.isOne(object)) {
            return created(ofKind, object);
        }
        List<YamlMap> named = ofKind.stream()
                .filter(each -> name(each).equals(object.name()) && fits(each, object))
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        return ofKind.stream()
                .filter(each -> !name(each).isEmpty() && object.name().contains(name(each)))
                .max(Comparator.comparingInt(each -> name(each).length()))
                .or(() -> generator(object))
                .map(List::of)
                .orElse(List.of());
    }

    /** Nothing but their order tells them apart. */
    private static List<YamlMap> created(List<YamlMap> ofKind, Resource object) {
        return ofKind.stream()
                .filter(each ->
                        metadata(each, "generateName").equals(CreatedNames.prefix(object)) && fits(each, object))
                .skip(CreatedNames.number(object) - 1L)
                .limit(1)
                .toList();
    }

    private static boolean fits(YamlMap document, Resource object) {
        String namespace = metadata(document, "namespace");
        return namespace.isEmpty() || object.namespace() == null || namespace.equals(object.namespace());
    }

    private static String name(YamlMap document) {
        return metadata(document, "name");
    }

    private static String metadata(YamlMap document, String key) {
        return document.map("metadata").flatMap(metadata -> metadata.text(key)).orElse("");
    }

    /** The kustomization whose configMapGenerator or secretGenerator makes it. */
    private Optional<YamlMap> generator(Resource object) {
        String list = object.kind().equals("Secret") ? "secretGenerator" : "configMapGenerator";
        return documents.stream()
                .filter(each -> each.text("kind").orElse(KUSTOMIZATION).equals(KUSTOMIZATION))
                .flatMap(each -> each.items(list).stream())
                .flatMap(each -> each.asMap().stream())
                .filter(each -> object.name().contains(each.text("name").orElse("-")))
                .findFirst();
    }

    private static String deepest(YamlMap document, String pointer) {
        String at = pointer;
        while (!at.isEmpty()) {
            Optional<YamlValue> value = document.at(at);
            if (value.isPresent()) {
                return at;
            }
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return at;
    }
}
