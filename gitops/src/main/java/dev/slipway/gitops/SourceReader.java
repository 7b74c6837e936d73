package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.gitops.HelmSource.FileParameter;
import dev.slipway.gitops.HelmSource.ValueFile;
import dev.slipway.gitops.Moves.Asked;
import dev.slipway.gitops.RenderedApplication.Part;
import dev.slipway.gitops.Sources.Answer;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders all sources of one Application. */
final class SourceReader {

    private final Renderer renderer;
    private final Sources sources;
    private final KubernetesVersions kubernetes;
    private final Application application;
    private final List<Part> parts = new ArrayList<>();
    private final CreatedNames names = new CreatedNames();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> doubts = new ArrayList<>();
    private final List<Kept> outputs = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<String> parameterFiles = new ArrayList<>();
    private boolean complete = true;

    private SourceReader(Renderer renderer, Sources sources, KubernetesVersions kubernetes, Application application) {
        this.renderer = renderer;
        this.sources = sources;
        this.kubernetes = kubernetes;
        this.application = application;
    }

    /** @param kubernetes for charts that their Application says no version for */
    static Read read(Renderer renderer, Sources sources, KubernetesVersions kubernetes, Application application) {
        SourceReader reader = new SourceReader(renderer, sources, kubernetes, application);
        application.sources().forEach(reader::ask);
        application.sources().stream().filter(each -> !each.isReference()).forEach(reader::source);
        return Read.of(
                reader.rendered(), reader.outputs, reader.asked, reader.complete, Paths.of(reader.parameterFiles));
    }

    private void ask(ApplicationSource source) {
        Revision revision = Revision.of(source);
        switch (found(sources, revision)) {
            case Answer.Found found -> asked.add(Asked.of(revision, found));
            case Answer.Missing _ -> complete = false;
        }
    }

    static Answer found(Sources sources, Revision revision) {
        try {
            return sources.find(revision.repositoryUrl(), revision.name());
        } catch (SourceException e) {
            return e.missing();
        }
    }

    private Answer found(ApplicationSource source) {
        return found(sources, Revision.of(source));
    }

    private void source(ApplicationSource source) {
        if (!source.unread().isEmpty()) {
            unread(source, source.unread());
            return;
        }
        if (source.repositoryUrl().isEmpty()) {
            problem(source, "it names no repository.", "repoURL, with a path or a chart", "");
            return;
        }
        switch (found(source)) {
            case Answer.Missing missing
            when !source.chart().isEmpty() ->
                problem(
                        source,
                        "The chart \"" + source.chart() + "\" " + source.revision() + " of the Helm repository \""
                                + source.repositoryUrl() + "\" is not at hand: nothing is fetched while reading.",
                        "a chart in Git",
                        "Keep the chart in Git and name its path. The command line also takes a directory that holds"
                                + " it: --source " + Revision.of(source).repositoryUrl() + "=DIR.");
            case Answer.Missing missing -> missing(source, missing);
            case Answer.Found found -> render(source, found);
        }
    }

    private void unread(ApplicationSource source, List<String> why) {
        why.forEach(each -> problem(
                source,
                each,
                "Helm, Kustomize or plain manifests",
                "Render it elsewhere and keep the result as plain files."));
    }

    private void render(ApplicationSource source, Answer.Found found) {
        int number = application.sources().indexOf(source);
        parameterFiles.addAll(ParameterFiles.paths(application, source));
        try {
            laidOver(number, found).ifPresent(laid -> {
                if (laid.unread().isEmpty()) {
                    take(number, laid, found);
                } else {
                    unread(source, laid.unread());
                }
            });
        } catch (SourceException e) {
            missing(source, e.missing());
            if (found.doubt() != null) {
                doubts.add(found.doubt().at(application));
            }
        }
    }

    private Optional<ApplicationSource> laidOver(int number, Answer.Found found) {
        try {
            return Optional.of(ParameterFiles.over(found.tree(), application, number));
        } catch (YamlException | TreeException | IllegalArgumentException e) {
            problem(
                    application.sources().get(number),
                    "what is laid over it cannot be read: " + e.getMessage(),
                    "part of a source",
                    "Correct .argocd-source.yaml or .argocd-source-" + application.name() + ".yaml.");
            return Optional.empty();
        }
    }

    private void take(int number, ApplicationSource source, Answer.Found found) {
        boolean chart = Charts.isOne(found.tree(), source);
        Map<String, String> environment = chart || source.substitutes()
                ? KustomizeOverrides.environment(application, source, found.commit())
                : Map.of();
        ApplicationSource resolved = chart || source.substitutes()
                ? source.resolved(environment, chart ? helm(source.helm(), environment) : null)
                : source;
        keep(resolved, number, renderer.render(found.tree(), found.commit(), resolved, new RemoteBases(sources)));
        if (resolved.helm() != null) {
            fileParameters(number, resolved, resolved.helm(), found.tree());
        }
    }

    /** A base that names its own repository and branch moves with what names it. */
    private boolean isOfTheSameTree(Answer.Found base, ApplicationSource source) {
        return found(source) instanceof Answer.Found own && own.commit().equals(base.commit());
    }

    private void fileParameters(int number, ApplicationSource source, HelmSource helm, FileTree tree) {
        helm.fileParameters().stream()
                .map(FileParameter::path)
                .filter(path -> !isFile(tree, source, path))
                .forEach(path -> problem(
                        application.sources().get(number),
                        "There is no file \"" + path + "\", which helm.fileParameters names; links are not followed.",
                        "a file",
                        "Add it, or correct helm.fileParameters."));
    }

    private static boolean isFile(FileTree tree, ApplicationSource source, String written) {
        try {
            return tree.isFile(Charts.path(source, written));
        } catch (TreeException _) {
            return false;
        }
    }

    private void keep(ApplicationSource source, int number, Kept kept) {
        Output output = kept.output();
        outputs.add(kept);
        findings.addAll(output.findings());
        doubts.addAll(output.doubts());
        kept.remotes().forEach(each -> remote(application.sources().get(number), each));
        parts.add(new Part(number, source, names.named(output.resources()), output.filesRead()));
    }

    private void remote(ApplicationSource source, Revision revision) {
        String name = "The remote base \"" + revision.repositoryUrl() + "\" at \"" + revision.name() + "\"";
        switch (found(sources, revision)) {
            case Answer.Missing missing -> {
                complete = false;
                problem(
                        source,
                        name + " is not there: " + missing.reason(),
                        missing.expected(),
                        missing.next("the kustomization"));
            }
            case Answer.Found found -> {
                asked.add(Asked.of(revision, found));
                if (!Revision.isWholeCommit(revision.name()) && !isOfTheSameTree(found, source)) {
                    doubts.add(about(
                            source,
                            name + " can come to something else without a change here.",
                            "a whole commit",
                            "Name a whole commit behind ?ref=."));
                }
            }
        }
    }

    private void missing(ApplicationSource source, Answer.Missing missing) {
        complete = false;
        problem(
                source,
                "its source is not there: " + missing.reason(),
                missing.expected(),
                missing.next(place(source)));
    }

    /** As people write it, for example {@code spec.source}. */
    private String place(ApplicationSource source) {
        return application
                .pointer(application.sources().indexOf(source))
                .substring(1)
                .replace('/', '.');
    }

    private HelmSource helm(@Nullable HelmSource written, Map<String, String> environment) {
        HelmSource helm = written == null ? HelmSource.none() : written.substituted(environment);
        List<ValueFile> files = new ArrayList<>();
        for (ValueFile file : helm.valueFiles()) {
            String reference = file.reference();
            if (reference == null) {
                files.add(file);
            } else {
                valueFile(reference, file, helm.ignoreMissingValueFiles(), files);
            }
        }
        return helm.withValueFiles(files)
                .released(
                        application.name(),
                        application.namespace(),
                        kubernetes.of(application.cluster()).orElse(null));
    }

    private void valueFile(String reference, ValueFile file, boolean mayBeMissing, List<ValueFile> files) {
        ApplicationSource other = application.sources().stream()
                .filter(each -> reference.equals(each.reference()))
                .findFirst()
                .orElse(null);
        if (other == null) {
            problem(
                    application.source(),
                    "The value file \"" + file.written() + "\" names the source \"$" + reference
                            + "\", and no source has that ref.",
                    "a source with ref: " + reference,
                    "Add the source, or correct the value file.");
            return;
        }
        switch (found(other)) {
            case Answer.Missing missing ->
                problem(
                        other,
                        "The value file \"" + file.written() + "\" is not there: " + missing.reason(),
                        missing.expected(),
                        missing.next(place(other)));
            case Answer.Found found -> valueFile(other, found.tree(), file, mayBeMissing, files);
        }
    }

    private void valueFile(
            ApplicationSource other, FileTree tree, ValueFile file, boolean mayBeMissing, List<ValueFile> files) {
        Optional<String> path = file.below();
        if (path.filter(tree::isFile).isPresent()) {
            files.add(new ValueFile(file.written(), path.flatMap(tree::text).orElse("")));
        } else if (path.flatMap(tree::entry).isPresent()) {
            problem(
                    other,
                    "The value file \"" + file.written()
                            + "\" is no file, but a directory or a link; links are not followed.",
                    "a file of values",
                    "Name the file itself in helm.valueFiles.");
        } else if (path.isEmpty() || !mayBeMissing) {
            problem(
                    other,
                    path.isEmpty()
                            ? "The value file \"" + file.written() + "\" leads out of \"" + other.repositoryUrl()
                                    + "\"."
                            : "There is no value file \"" + path.get() + "\" in \"" + other.repositoryUrl() + "\".",
                    "a file of values",
                    "Add it, correct helm.valueFiles, or set helm.ignoreMissingValueFiles.");
        }
    }

    private void problem(ApplicationSource source, String what, String expected, String next) {
        findings.add(about(source, what, expected, next));
    }

    private Finding about(ApplicationSource source, String what, String expected, String next) {
        return new Finding(
                application.file(),
                "The Application \"" + application.name() + "\" (" + place(source) + "): " + what,
                expected,
                next);
    }

    private RenderedApplication rendered() {
        if (parts.size() == 1) {
            Part part = parts.getFirst();
            return new RenderedApplication(
                    application,
                    Revision.of(part.source()),
                    part.objects(),
                    part.filesRead(),
                    outputs.getFirst().output().fingerprint(),
                    findings,
                    doubts,
                    parts);
        }
        Set<String> read = new TreeSet<>();
        parts.forEach(each -> read.addAll(each.filesRead()));
        String fingerprints =
                outputs.stream().map(each -> each.output().fingerprint()).collect(Collectors.joining());
        return new RenderedApplication(
                application,
                parts.isEmpty() ? null : Revision.of(parts.getFirst().source()),
                lastOfEach(),
                read,
                RenderedApplication.fingerprint(fingerprints),
                findings,
                doubts,
                parts);
    }

    /** What several sources hold is taken from the last of them, as Argo CD does. */
    private List<Resource> lastOfEach() {
        Map<String, Resource> objects = new LinkedHashMap<>();
        parts.stream().flatMap(each -> each.objects().stream()).forEach(object -> {
            String key = object.group() + " " + object.kind() + " " + object.namespace() + " " + object.name();
            objects.remove(key);
            objects.put(key, object);
        });
        return List.copyOf(objects.values());
    }
}
