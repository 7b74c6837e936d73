package dev.slipway.cli.render;

import dev.slipway.helm.HelmHook;
import dev.slipway.helm.HelmObject;
import dev.slipway.helm.HelmRendering;
import dev.slipway.kustomize.Rendering;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A rendered chart as manifests: custom resource definitions, objects, hooks. */
final class RenderedChart {

    private RenderedChart() {}

    static Rendering of(HelmRendering chart) {
        List<HelmObject> all = new ArrayList<>(chart.crds());
        all.addAll(chart.objects());
        chart.hooks().stream().map(HelmHook::object).forEach(all::add);
        // The items of a list are one document.
        Set<String> documents = new LinkedHashSet<>();
        all.forEach(object -> documents.add(
                "# Source: " + object.source() + "\n" + object.text().strip() + "\n"));
        return new Rendering(
                all.stream().map(HelmObject::resource).toList(), String.join("---\n", documents), chart.filesRead());
    }
}
