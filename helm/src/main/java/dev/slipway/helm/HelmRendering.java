package dev.slipway.helm;

import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a chart renders to.
 *
 * @param objects without hooks and CRDs, in the order in which Helm creates them
 * @param hooks in the order of their weights
 * @param crds the objects of the folders {@code crds/}, of the chart and of those inside it; no template touches them
 * @param filesRead the paths of the files and directories that the render depended on, from the tree's root, sorted
 * @param warnings what makes the result differ from what a cluster would get, or from the next render; never empty of places
 */
public record HelmRendering(
        List<HelmObject> objects,
        List<HelmHook> hooks,
        List<HelmObject> crds,
        Set<String> filesRead,
        List<Problem> warnings) {

    public HelmRendering {
        objects = List.copyOf(objects);
        hooks = List.copyOf(hooks);
        crds = List.copyOf(crds);
        filesRead = java.util.Collections.unmodifiableSet(new TreeSet<>(filesRead));
        warnings = List.copyOf(warnings);
    }

    /** The objects alone. */
    public List<Resource> resources() {
        return objects.stream().map(HelmObject::resource).toList();
    }

    /** The manifests as {@code helm template} prints them: CRDs and hooks are left out. */
    public String text() {
        StringBuilder text = new StringBuilder();
        Set<String> printed = new HashSet<>();
        for (HelmObject object : objects) {
            String document = "---\n# Source: " + object.source() + "\n" + object.text() + "\n";
            // The items of a list are one document.
            if (printed.add(document)) {
                text.append(document);
            }
        }
        return text.toString();
    }
}
