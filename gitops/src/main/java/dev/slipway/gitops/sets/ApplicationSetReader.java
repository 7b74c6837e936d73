package dev.slipway.gitops.sets;

import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.gitops.ApplicationSets;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.Revision;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.manifest.Fields;
import dev.slipway.gitops.manifest.MergePatch;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes Applications as Argo CD's controller does, from files alone.
 *
 * @param clusters for the clusters generator, in this order
 */
public record ApplicationSetReader(List<KnownCluster> clusters, PullRequests pullRequests) implements ApplicationSets {

    private static final String FINALIZER = "resources-finalizer.argocd.argoproj.io";

    public ApplicationSetReader {
        clusters = List.copyOf(clusters);
    }

    @Override
    public Made applications(String file, Resource set, Sources sources) {
        List<One> made = new ArrayList<>();
        List<Remark> findings = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Map<Revision, Finding> doubts = new HashMap<>();
        Set<Revision> read = new HashSet<>();
        Set<String> unmatched = new LinkedHashSet<>();
        Unfilled unfilled = new Unfilled();
        Fields spec = Fields.of(set.content().get("spec"));
        try {
            Templating templating = templating(spec);
            List<Fields> all = spec.maps("generators");
            for (int i = 0; i < all.size(); i++) {
                NotedSources noted = new NotedSources(sources);
                try {
                    Generators generators = new Generators(clusters, pullRequests, noted, templating, unmatched);
                    take(set, spec, all.get(i), generators, names, made, unfilled);
                } catch (GeneratorException e) {
                    findings.add(remark(file, set, e.in("/spec/generators/" + i)));
                }
                doubts.putAll(noted.doubts());
                read.addAll(noted.read());
            }
        } catch (GeneratorException e) {
            findings.add(remark(file, set, e));
        }
        boolean byFiles = spec.maps("generators").stream().noneMatch(ApplicationSetReader::asksAHost);
        List<Remark> notes = made.isEmpty() && findings.isEmpty() && !unmatched.isEmpty()
                ? List.of(nothing(file, set, unmatched))
                : List.of();
        return new Made(made, findings, unfilled.remarks(file, set.name()), notes, doubts, read, byFiles);
    }

    private static Remark nothing(String file, Resource set, Set<String> patterns) {
        return new Remark(
                new Finding(
                        file,
                        "The ApplicationSet \"" + set.name() + "\" makes no Application: nothing matches \""
                                + String.join("\", \"", patterns) + "\".",
                        "",
                        ""),
                "/spec/generators");
    }

    private static boolean asksAHost(Fields generator) {
        return generator.has("pullRequest")
                || Stream.of("matrix", "merge")
                        .flatMap(each -> generator.map(each).maps("generators").stream())
                        .anyMatch(ApplicationSetReader::asksAHost);
    }

    private static Remark remark(String file, Resource set, GeneratorException e) {
        return new Remark(
                new Finding(
                        file, "The ApplicationSet \"" + set.name() + "\": " + e.getMessage(), e.expected(), e.next()),
                e.pointer());
    }

    private static Templating templating(Fields spec) {
        return spec.flag("goTemplate") ? new GoTemplating(spec.texts("goTemplateOptions")) : new PlainTemplating();
    }

    private static void take(
            Resource set,
            Fields spec,
            Fields generator,
            Generators generators,
            Set<String> names,
            List<One> made,
            Unfilled unfilled) {
        Map<String, @Nullable Object> template = template(spec, generator);
        for (Map<String, @Nullable Object> parameters : generators.parameters(generator, Map.of())) {
            Resource application = application(set, spec, template, parameters, generators.templating());
            if (!names.add(application.name())) {
                throw new GeneratorException(
                                "It makes the Application \"" + application.name() + "\" twice.",
                                "a name that is different for each set of parameters",
                                "Put another parameter into template.metadata.name.")
                        .in("/spec/template/metadata/name");
            }
            if (application
                    .content()
                    .toString()
                    .contains(generators.templating().gap())) {
                unfilled.look(
                        application.name(), template, spec.text("templatePatch"), parameters, generators.templating());
            }
            made.add(new One(
                    application,
                    Parameters.flat(parameters),
                    generators.sources().read()));
        }
    }

    /** A generator's own template wins, field by field. */
    private static Map<String, @Nullable Object> template(Fields spec, Fields generator) {
        Map<String, @Nullable Object> general = spec.map("template").content();
        for (String kind : List.of("list", "git", "clusters", "pullRequest", "matrix", "merge")) {
            Fields own = generator.map(kind).map("template");
            if (!own.content().isEmpty()) {
                return Parameters.merged(own.content(), general);
            }
        }
        return general;
    }

    private static Resource application(
            Resource set,
            Fields spec,
            Map<String, @Nullable Object> template,
            Map<String, @Nullable Object> parameters,
            Templating templating) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("apiVersion", set.apiVersion());
        content.put("kind", "Application");
        Map<String, @Nullable Object> filled =
                Fields.of(filled(template, parameters, templating)).content();
        Map<String, @Nullable Object> metadata =
                new LinkedHashMap<>(Fields.of(filled.get("metadata")).content());
        metadata.putIfAbsent("namespace", set.namespace());
        boolean keeps = spec.map("syncPolicy").flag("preserveResourcesOnDeletion");
        if (!keeps && Fields.of(metadata).list("finalizers").isEmpty()) {
            metadata.put("finalizers", List.of(FINALIZER));
        }
        content.put("metadata", metadata);
        content.put("spec", filled.get("spec"));
        String patch = spec.text("templatePatch");
        return Resource.of(patch == null ? content : patched(content, patch, parameters, templating));
    }

    private static @Nullable Object filled(
            Map<String, @Nullable Object> template, Map<String, @Nullable Object> parameters, Templating templating) {
        try {
            return templating.fillAll(template, parameters);
        } catch (GeneratorException e) {
            throw e.in("/spec/template");
        }
    }

    /** Maps are merged, lists replaced, and null removes: Applications know no other way to merge lists. */
    private static Map<String, @Nullable Object> patched(
            Map<String, @Nullable Object> content,
            String patch,
            Map<String, @Nullable Object> parameters,
            Templating templating) {
        try {
            return YamlReader.core()
                    .document("templatePatch", templating.fill(patch, parameters))
                    .map(each -> Fields.of(each.plain()).content())
                    .map(each -> MergePatch.of(content, each))
                    .orElse(content);
        } catch (YamlException e) {
            throw new GeneratorException(
                            "templatePatch is no YAML for the parameters " + Parameters.flat(parameters) + ": "
                                    + e.getMessage(),
                            "part of an Application",
                            "Correct templatePatch.")
                    .in("/spec/templatePatch");
        } catch (GeneratorException e) {
            throw e.in("/spec/templatePatch");
        }
    }
}
