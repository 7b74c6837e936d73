package dev.slipway.helm.engine;

import dev.slipway.gotemplate.GoTemplates;
import dev.slipway.gotemplate.MissingKey;
import dev.slipway.gotemplate.Options;
import dev.slipway.gotemplate.Rendering;
import dev.slipway.gotemplate.TemplateException;
import dev.slipway.helm.chart.Chart;
import dev.slipway.helm.sprig.Seeded;
import dev.slipway.kustomize.problem.Problem;
import dev.slipway.kustomize.problem.Refusal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Executes the templates of a chart and of the charts inside it. */
public final class TemplateRun {
    private static final Options OPTIONS = Options.usual().withMissingKey(MissingKey.ZERO);

    private final TemplateFiles files;
    private final Warnings warnings;
    private final Chart chart;
    private final Release release;

    /** @param chart with the charts inside that take part */
    public TemplateRun(Chart chart, Release release) {
        this.chart = chart;
        this.release = release;
        this.files = new TemplateFiles(chart);
        this.warnings = new Warnings(files);
    }

    /**
     * What the templates write, by the name that Helm gives them, sorted.
     *
     * @param values all of them; templates may change them
     * @throws Refusal if a template is none, or fails
     */
    public Map<String, String> texts(Map<String, @Nullable Object> values) {
        SequencedMap<String, Scope.Entry> templates = Scope.of(chart, values, release, warnings);
        try {
            return execute(parse(templates), templates);
        } catch (TemplateException e) {
            throw new Refusal(TemplateProblem.of(e, files));
        } catch (StackOverflowError e) {
            throw new Refusal(
                    files.place(null),
                    "The templates are nested too deeply.",
                    "templates that end.",
                    "Look for one that includes itself.");
        }
    }

    private GoTemplates parse(SequencedMap<String, Scope.Entry> templates) {
        Map<String, String> texts = new LinkedHashMap<>();
        templates.forEach((name, entry) -> texts.put(name, entry.text()));
        String seed = release.namespace() + "/" + release.name() + "/" + chart.name();
        return GoTemplates.parse(
                texts, HelmFunctions.using(new Seeded(seed, release.now(), warnings::outside), warnings));
    }

    private static Map<String, String> execute(GoTemplates set, SequencedMap<String, Scope.Entry> templates) {
        Map<String, String> texts = new TreeMap<>();
        Rendering rendering = set.rendering(OPTIONS);
        Set<Map<String, @Nullable Object>> data = Collections.newSetFromMap(new IdentityHashMap<>());
        templates.values().forEach(entry -> data.add(entry.data()));
        templates.forEach((name, entry) -> {
            if (!name.substring(name.lastIndexOf('/') + 1).startsWith("_")) {
                Map<String, @Nullable Object> template = new LinkedHashMap<>();
                template.put("Name", name);
                template.put("BasePath", entry.basePath());
                entry.data().put("Template", template);
                rendering.forget(List.copyOf(data));
                texts.put(name, rendering.execute(name, entry.data()).replace(HelmFunctions.NO_VALUE, ""));
            }
        });
        return texts;
    }

    /** The file of the tree that a template is. */
    public String file(String name) {
        return files.file(name);
    }

    /** What was noticed while the templates ran. */
    public List<Problem> warnings() {
        return warnings.all();
    }
}
