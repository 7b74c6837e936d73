package dev.slipway.gitops.discovery;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Argo CD's manifests, wherever in a tree they stand.
 *
 * @param found in order of path
 * @param unread files that seem to hold some and cannot be read
 * @param charts directories of Helm charts whose templates make some
 * @param kustomizations every kustomization of the tree
 * @param flux what Flux deploys by, in order of path; nothing of it is read
 */
public record ArgoManifests(
        List<Found> found, List<Unread> unread, List<String> charts, Kustomizations kustomizations, List<Found> flux) {

    private static final Pattern KIND =
            Pattern.compile("kind[\"']?\\s*:\\s*[\"']?(Application|ApplicationSet|AppProject)\\b");
    private static final String FLUX = "toolkit.fluxcd.io/";
    private static final Set<String> BY_FLUX = Set.of("Kustomization", "HelmRelease");
    private static final int LARGEST = 2 << 20;

    /** A manifest with the place where its document begins. */
    public record Found(Place place, Resource object) {}

    /** Why a file cannot be read. */
    public record Unread(Place place, String what) {}

    public ArgoManifests {
        found = List.copyOf(found);
        unread = List.copyOf(unread);
        charts = List.copyOf(charts);
        flux = List.copyOf(flux);
    }

    public static ArgoManifests in(FileTree tree) {
        List<String> files = ReadableFiles.below(tree, "").toList();
        Set<String> charts = new HashSet<>();
        files.stream()
                .filter(file -> file.equals("Chart.yaml") || file.endsWith("/Chart.yaml"))
                .forEach(file -> charts.add(parent(file)));
        return new Search(tree, charts).through(files);
    }

    private static String parent(String file) {
        return file.substring(0, Math.max(0, file.lastIndexOf('/')));
    }

    /** One way through a tree. */
    private static final class Search {
        private final FileTree tree;
        private final Set<String> charts;
        private final List<Found> found = new ArrayList<>();
        private final List<Unread> unread = new ArrayList<>();
        private final Set<String> making = new TreeSet<>();
        private final List<Found> flux = new ArrayList<>();

        Search(FileTree tree, Set<String> charts) {
            this.tree = tree;
            this.charts = charts;
        }

        ArgoManifests through(List<String> files) {
            for (String file : files) {
                String chart = chartOf(file);
                if (ReadableFiles.isManifest(file) || chart != null) {
                    file(file, chart);
                }
            }
            return new ArgoManifests(found, unread, List.copyOf(making), Kustomizations.among(tree, files), flux);
        }

        /** The chart that this file is a template of. */
        private @Nullable String chartOf(String file) {
            for (int at = file.indexOf("templates/"); at >= 0; at = file.indexOf("templates/", at + 1)) {
                String before = at == 0 ? "" : file.substring(0, at - 1);
                if ((at == 0 || file.charAt(at - 1) == '/') && charts.contains(before)) {
                    return before;
                }
            }
            return null;
        }

        private void file(String file, @Nullable String chart) {
            String text = text(file);
            boolean argo = text.contains("argoproj.io/") && KIND.matcher(text).find();
            if (chart != null) {
                if (argo) {
                    making.add(chart);
                }
            } else if (argo || text.contains(FLUX)) {
                read(file, text, argo);
            }
        }

        private void read(String file, String text, boolean argo) {
            try {
                YamlReader.core().documents(file, text).forEach(this::document);
            } catch (YamlException e) {
                if (argo) {
                    unread.add(new Unread(e.place(), e.reason()));
                }
            }
        }

        private String text(String file) {
            try {
                return tree.entry(file).isPresent() && tree.isFile(file)
                        ? limited(tree.text(file).orElse(""))
                        : "";
            } catch (TreeException _) {
                return "";
            }
        }

        private static String limited(String text) {
            return text.length() > LARGEST ? "" : text;
        }

        private void document(YamlValue value) {
            value.asMap().ifPresent(document -> {
                String version = document.text("apiVersion").orElse("");
                String kind = document.text("kind").orElse("");
                if (kind.equals("List")) {
                    document.items("items").forEach(this::document);
                } else if (version.startsWith("argoproj.io/")) {
                    take(document);
                } else if (version.contains(FLUX) && BY_FLUX.contains(kind)) {
                    flux.add(new Found(document.place(), Resource.of(document.plain())));
                }
            });
        }

        private void take(YamlMap document) {
            Resource object = Resource.of(document.plain());
            if (object.name().contains("${") || object.name().contains("{{")) {
                unread.add(new Unread(
                        document.place(),
                        "The name \"" + object.name() + "\" is filled in by something else: this is a template."));
            } else {
                found.add(new Found(document.place(), object));
            }
        }
    }
}
