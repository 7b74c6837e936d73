package dev.slipway.services.configuration;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.services.ServicesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The variables that the files of one kustomization directory set: its own patches, resources and generators.
 *
 * @param sites in the order of the files
 * @param lists those that a further variable could join; those of generators last
 * @param bases the directories that it builds on
 */
record Overlay(String directory, List<VariableSite> sites, List<VariableList> lists, List<String> bases) {

    private static final List<String> NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
    private static final List<String> CONTAINERS =
            List.of("/spec/template/spec", "/spec/jobTemplate/spec/template/spec", "/spec");

    /** Empty when there is no kustomization in this directory. */
    static Optional<Overlay> read(FileTree tree, String directory) {
        return NAMES.stream()
                .map(name -> TreePath.join(directory, name))
                .filter(tree::isFile)
                .findFirst()
                .map(file -> new Reading(tree, directory).read(file));
    }

    List<VariableSite> of(String variable) {
        return sites.stream().filter(site -> site.name().equals(variable)).toList();
    }

    /** One directory's way from files to sites. */
    private static final class Reading {
        private final FileTree tree;
        private final String directory;
        private final List<VariableSite> sites = new ArrayList<>();
        private final List<VariableList> lists = new ArrayList<>();
        private final List<String> bases = new ArrayList<>();

        Reading(FileTree tree, String directory) {
            this.tree = tree;
            this.directory = directory;
        }

        Overlay read(String file) {
            YamlMap root = documents(file).stream()
                    .flatMap(each -> each.asMap().stream())
                    .findFirst()
                    .orElse(null);
            if (root != null) {
                files(root).forEach(this::manifests);
                generators(file, root);
            }
            return new Overlay(directory, List.copyOf(sites), List.copyOf(lists), List.copyOf(bases));
        }

        /** Files outside the directory belong to others as well, so they are no place to change one environment. */
        private List<String> files(YamlMap root) {
            Stream<String> patches = root.items("patches").stream()
                    .flatMap(patch -> patch.asMap().stream())
                    .flatMap(patch -> patch.text("path").stream());
            Stream<String> named = Stream.of("patchesStrategicMerge", "resources", "bases")
                    .flatMap(key -> root.items(key).stream())
                    .flatMap(item -> item.asText().stream());
            List<String> own = new ArrayList<>();
            Stream.concat(patches, named)
                    .filter(path -> !path.contains("://") && !path.contains("\n"))
                    .forEach(path -> sort(path, own));
            return own;
        }

        private void sort(String relative, List<String> own) {
            String path;
            try {
                path = TreePath.resolve(directory, relative);
            } catch (TreeException e) {
                return; // leads out of the repository; rendering says so
            }
            if (tree.isDirectory(path)) {
                bases.add(path);
            } else if (path.startsWith(directory + "/") && tree.isFile(path)) {
                own.add(path);
            }
        }

        private List<YamlValue> documents(String file) {
            try {
                return YamlReader.core().documents(file, tree.text(file).orElse(""));
            } catch (YamlException e) {
                throw new ServicesException(
                        ProblemCode.CONFLICT,
                        Problem.of(String.valueOf(e.getMessage())).next("Correct the file on main, then try again."));
            }
        }

        private void manifests(String file) {
            for (YamlValue document : documents(file)) {
                for (String pointer : CONTAINERS) {
                    List<YamlValue> containers = document.at(pointer)
                            .flatMap(YamlValue::asMap)
                            .map(pod -> pod.items("containers"))
                            .orElse(List.of());
                    for (int i = 0; i < containers.size(); i++) {
                        environment(file, document, pointer + "/containers/" + i + "/env");
                    }
                }
            }
        }

        private void environment(String file, YamlValue document, String pointer) {
            document.at(pointer).flatMap(YamlValue::asList).ifPresent(items -> {
                VariableList list =
                        new VariableList(file, document, pointer, items.items().size(), false);
                lists.add(list);
                for (int i = 0; i < list.size(); i++) {
                    entry(list, items.items().get(i), i);
                }
            });
        }

        private void entry(VariableList list, YamlValue written, int index) {
            YamlMap item = written.asMap().orElse(null);
            String name = item == null ? null : item.text("name").orElse(null);
            if (item != null && name != null) {
                @Nullable
                YamlScalar value =
                        item.get("value").flatMap(YamlValue::asScalar).orElse(null);
                sites.add(new VariableSite.Entry(name, item.place().line(), list, index, value));
            }
        }

        private void generators(String file, YamlMap root) {
            for (int i = 0; i < root.items("configMapGenerator").size(); i++) {
                String pointer = "/configMapGenerator/" + i + "/literals";
                root.at(pointer).flatMap(YamlValue::asList).ifPresent(items -> {
                    VariableList list =
                            new VariableList(file, root, pointer, items.items().size(), true);
                    lists.add(list);
                    for (int j = 0; j < list.size(); j++) {
                        literal(list, items.items().get(j), j);
                    }
                });
            }
        }

        private void literal(VariableList list, YamlValue written, int index) {
            YamlScalar item = written.asScalar().orElse(null);
            if (item != null && item.text().indexOf('=') > 0) {
                String name = item.text().substring(0, item.text().indexOf('='));
                sites.add(new VariableSite.Literal(name, item.place().line(), list, index, item));
            }
        }
    }
}
