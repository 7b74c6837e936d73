package dev.slipway.helm;

import dev.slipway.helm.chart.Chart;
import dev.slipway.helm.engine.Documents;
import dev.slipway.helm.engine.InstallOrder;
import dev.slipway.helm.engine.TemplateRun;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.problem.Problem;
import dev.slipway.kustomize.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sorts what templates wrote into objects, hooks and CRDs. */
final class Output {
    private static final String HOOK = "helm.sh/hook";
    private static final Set<String> EVENTS = Set.of(
            "pre-install",
            "post-install",
            "pre-delete",
            "post-delete",
            "pre-upgrade",
            "post-upgrade",
            "pre-rollback",
            "post-rollback",
            "test",
            "test-success");

    private final Chart chart;
    private final TemplateRun run;
    private final Problems problems = new Problems();
    private final List<Sorted> objects = new ArrayList<>();
    private final List<HelmHook> hooks = new ArrayList<>();

    private record Sorted(String kind, HelmObject object) {}

    Output(Chart chart, TemplateRun run) {
        this.chart = chart;
        this.run = run;
    }

    HelmRendering sorted(Map<String, String> texts, Set<String> read) {
        texts.forEach((source, text) -> {
            if (!source.endsWith("NOTES.txt")) {
                Documents.of(run.file(source), text, problems).forEach(document -> add(source, document));
            }
        });
        List<HelmObject> crds = new ArrayList<>();
        crds(chart, chart.name(), crds);
        problems.stopIfAny();
        objects.sort(Comparator.comparing(Sorted::kind, InstallOrder.ofKinds()));
        hooks.sort(Comparator.comparingInt(HelmHook::weight)
                .thenComparing(hook -> hook.object().resource().name()));
        List<Problem> warnings = new ArrayList<>(Preconditions.unbuilt(chart));
        warnings.addAll(run.warnings());
        return new HelmRendering(objects.stream().map(Sorted::object).toList(), hooks, crds, read, warnings);
    }

    private void add(String source, Documents.Document document) {
        for (Resource resource : document.objects()) {
            HelmObject object = new HelmObject(resource, run.file(source), source, document.text());
            String events = resource.annotations().get(HOOK);
            if (events == null) {
                objects.add(new Sorted(document.kind(), object));
            } else {
                hook(object, events);
            }
        }
    }

    /** An object with an event that Helm does not know is never created. */
    private void hook(HelmObject object, String written) {
        List<String> events = words(written);
        if (EVENTS.containsAll(events)) {
            Map<String, String> annotations = object.resource().annotations();
            hooks.add(new HelmHook(
                    object,
                    events,
                    weight(annotations.getOrDefault("helm.sh/hook-weight", "0")),
                    words(annotations.getOrDefault("helm.sh/hook-delete-policy", ""))));
        }
    }

    private static List<String> words(String written) {
        return Arrays.stream(written.split(","))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static int weight(String written) {
        return written.matches("[+-]?[0-9]{1,9}") ? Integer.parseInt(written) : 0;
    }

    private void crds(Chart from, String path, List<HelmObject> into) {
        String prefix = from.directory().isEmpty() ? "" : from.directory() + "/";
        new TreeMap<>(from.files()).forEach((name, bytes) -> {
            if (name.startsWith("crds/") && name.matches(".*\\.(yaml|yml|json)")) {
                Documents.of(prefix + name, new String(bytes, StandardCharsets.UTF_8), problems)
                        .forEach(document -> document.objects()
                                .forEach(resource -> into.add(
                                        new HelmObject(resource, prefix + name, path + "/" + name, document.text()))));
            }
        });
        from.charts().forEach(inside -> crds(inside, path + "/charts/" + inside.name(), into));
    }
}
