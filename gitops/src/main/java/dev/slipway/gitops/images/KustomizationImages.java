package dev.slipway.gitops.images;

import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.images.Decision.Rule;
import dev.slipway.kustomize.remote.RemoteBase;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows a kustomization from the top down, as what stands higher is applied later: {@code images}, then patches, then
 * components, then resources.
 */
final class KustomizationImages {

    private static final List<String> NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
    private static final List<String> PATCHES = List.of("patches", "patchesStrategicMerge", "patchesJson6902");

    private final Documents documents;
    private final Manifests manifests;
    private final Set<String> seen = new HashSet<>();

    KustomizationImages(Documents documents) {
        this.documents = documents;
        this.manifests = new Manifests(documents);
    }

    static boolean isOne(Documents documents, String directory) {
        return NAMES.stream().anyMatch(name -> documents.tree().isFile(TreePath.join(directory, name)));
    }

    Optional<Decision> decide(String directory, Question question) {
        return follow(directory, question).map(KustomizationImages::located);
    }

    /** What decides in a remote base lies in another repository. */
    private static Decision located(Decision decision) {
        return RemoteBase.at(decision.file())
                .map(base -> decision.in(base.repository(), base.path()))
                .orElse(decision);
    }

    private Optional<Decision> follow(String directory, Question question) {
        if (!seen.add(directory)) {
            return Optional.empty();
        }
        for (String name : NAMES) {
            String file = TreePath.join(directory, name);
            Optional<YamlMap> kustomization = documents.of(file).stream()
                    .flatMap(each -> each.asMap().stream())
                    .findFirst();
            if (kustomization.isPresent()) {
                return layer(directory, file, kustomization.get(), question);
            }
        }
        return Optional.empty();
    }

    private Optional<Decision> layer(String directory, String file, YamlMap kustomization, Question question) {
        ByImages images = images(file, kustomization, question);
        if (images.decision() != null) {
            return Optional.of(images.decision());
        }
        Question below = question.about(images.below());
        for (String list : PATCHES) {
            Optional<Decision> patch = patches(directory, file, kustomization, list, below);
            if (patch.isPresent()) {
                return patch;
            }
        }
        for (String list : List.of("components", "resources", "bases")) {
            for (YamlValue each : kustomization.items(list)) {
                Optional<Decision> found = resource(directory, each, below);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** @param below what the image is called below this layer */
    private record ByImages(@Nullable Decision decision, ImageReference below) {}

    private ByImages images(String file, YamlMap kustomization, Question question) {
        ImageReference wanted = question.image();
        List<YamlValue> entries = kustomization.items("images");
        for (int i = 0; i < entries.size(); i++) {
            YamlMap entry = entries.get(i).asMap().orElse(null);
            String name = entry == null ? "" : entry.text("name").orElse("");
            if (entry == null || !entry.text("newName").orElse(name).equals(wanted.name())) {
                continue;
            }
            Optional<YamlScalar> deciding = deciding(entry, wanted);
            if (deciding.isPresent()) {
                YamlScalar value = deciding.get();
                return new ByImages(
                        new Decision(
                                Rule.KUSTOMIZATION,
                                documents.repository(),
                                file,
                                value.place().line(),
                                0,
                                "/images/" + i,
                                "",
                                value.text()),
                        wanted);
            }
            wanted = wanted.withName(name);
        }
        return new ByImages(null, wanted);
    }

    private static Optional<YamlScalar> deciding(YamlMap entry, ImageReference wanted) {
        Optional<YamlScalar> digest = entry.get("digest").flatMap(YamlValue::asScalar);
        Optional<YamlScalar> tag = entry.get("newTag").flatMap(YamlValue::asScalar);
        return digest.filter(each -> each.text().equals(wanted.digest()))
                .or(() -> tag.filter(
                        each -> wanted.digest() == null && each.text().equals(wanted.tag())));
    }

    private Optional<Decision> patches(
            String directory, String file, YamlMap kustomization, String list, Question question) {
        List<YamlValue> patches = kustomization.items(list);
        for (int i = 0; i < patches.size(); i++) {
            String pointer = "/" + list + "/" + i;
            Optional<YamlMap> map = patches.get(i).asMap();
            Optional<YamlScalar> inline = map.isPresent()
                    ? map.get().get("patch").flatMap(YamlValue::asScalar)
                    : patches.get(i).asScalar();
            String path = map.isPresent()
                    ? map.get().text("path").orElse("")
                    : inline.map(YamlScalar::text).orElse("");
            Optional<Decision> found = path.isEmpty() || path.contains("\n")
                    ? inline.flatMap(text -> inline(file, pointer + (map.isPresent() ? "/patch" : ""), text, question))
                    : resolved(directory, path).flatMap(each -> manifests.decideByPatch(each, question));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Decision> inline(String file, String pointer, YamlScalar text, Question question) {
        try {
            for (YamlValue document : YamlReader.core().documents(file, text.text())) {
                Optional<Containers.Written> written = Containers.in(document).stream()
                        .filter(each -> Manifests.isMeant(each, question))
                        .findFirst();
                Optional<Manifests.Operation> operation = Manifests.operation(document, question);
                if (written.isPresent() || operation.isPresent()) {
                    YamlScalar value = written.map(Containers.Written::image)
                            .orElseGet(() -> operation.orElseThrow().value());
                    String inner = written.map(Containers.Written::pointer)
                            .orElseGet(() -> operation.orElseThrow().pointer());
                    return Optional.of(new Decision(
                            Rule.PATCH,
                            documents.repository(),
                            file,
                            text.place().line()
                                    + (text.plainStyle() ? 0 : value.place().line()),
                            0,
                            pointer,
                            inner,
                            value.text()));
                }
            }
        } catch (YamlException _) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<Decision> resource(String directory, YamlValue written, Question question) {
        return written.asText()
                .flatMap(text -> resolved(directory, text))
                .flatMap(path ->
                        documents.tree().isDirectory(path) ? follow(path, question) : manifests.decide(path, question));
    }

    private static Optional<String> resolved(String directory, String path) {
        try {
            return RemoteBase.isRemote(path)
                    ? RemoteBase.parse(path).map(RemoteBase::mounted)
                    : Optional.of(TreePath.resolve(directory, path));
        } catch (TreeException _) {
            return Optional.empty();
        }
    }
}
