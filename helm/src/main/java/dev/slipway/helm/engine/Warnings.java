package dev.slipway.helm.engine;

import dev.slipway.documents.yaml.Place;
import dev.slipway.gotemplate.Call;
import dev.slipway.kustomize.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What templates did whose result differs elsewhere, or next time; each place once. */
public final class Warnings {
    private final Set<Problem> found = new LinkedHashSet<>();
    private final TemplateFiles files;

    Warnings(TemplateFiles files) {
        this.files = files;
    }

    void outside(Call call, String why) {
        Place place = files.place(call.place());
        found.add(new Problem(
                place,
                "This chart is not reproducible: \"" + call.name() + "\" " + why + ".",
                "a result that depends on the chart and its values alone.",
                "Here it gives a fixed result. Put the value into the values, or create the object elsewhere."));
    }

    void lookup(Call call, String what) {
        found.add(new Problem(
                files.place(call.place()),
                "This chart asks the cluster for " + what + " with \"lookup\", which finds nothing here.",
                "a result that depends on the chart and its values alone.",
                "Read the result as that of a first installation; Argo CD renders it so as well."));
    }

    void unknownKind(Call call, String version) {
        found.add(new Problem(
                files.place(call.place()),
                "This chart asks whether the cluster has \"" + version + "\", which is taken as missing here.",
                "a result that depends on the chart and its values alone.",
                "If the cluster has it, list it in spec.source.helm.apiVersions."));
    }

    List<Problem> all() {
        return List.copyOf(found);
    }
}
