package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.Sources.Answer;
import dev.slipway.kustomize.KustomizeException;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.Resources;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Follows the app of apps from {@code bootstrap/root.yaml}, renders every Application and holds it against its project. */
public final class DeclaredReader {

    private static final String ROOT = "bootstrap/root.yaml";

    private final Renderer renderer;
    private final Sources sources;
    private final Map<String, RenderedApplication> applications = new TreeMap<>();
    private final Map<String, AppProject> projects = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Deque<Application> open = new ArrayDeque<>();
    private final Map<String, String> seen = new TreeMap<>();

    private DeclaredReader(Renderer renderer, Sources sources) {
        this.renderer = renderer;
        this.sources = sources;
    }

    /**
     * @param tree that holds {@code bootstrap/}
     * @param sources also knows this tree by its URL and revision
     */
    public static Declared read(FileTree tree, Sources sources, Renderer renderer) {
        DeclaredReader reader = new DeclaredReader(renderer, sources);
        reader.root(tree);
        while (!reader.open.isEmpty()) {
            reader.render(reader.open.poll());
        }
        return reader.declared();
    }

    private void root(FileTree tree) {
        if (!tree.isFile(ROOT)) {
            findings.add(Finding.of(ROOT, "There is no \"" + ROOT + "\".", "an Application of Applications"));
            return;
        }
        try {
            Resources.parse(ROOT, tree.text(ROOT).orElse("")).forEach(object -> take(ROOT, object));
        } catch (KustomizeException e) {
            findings.addAll(Finding.from(e));
        }
    }

    private void take(String file, Resource object) {
        if (!object.group().equals("argoproj.io")) {
            return;
        }
        if (object.kind().equals("AppProject")) {
            projects.putIfAbsent(object.name(), new AppProject(object.name(), file, object));
        } else if (object.kind().equals("Application")) {
            String other = seen.putIfAbsent(object.name(), file);
            if (other != null) {
                findings.add(Finding.of(
                        file,
                        "The Application \"" + object.name() + "\" also stands in " + other + ".",
                        "one name each"));
                return;
            }
            try {
                open.add(Application.of(file, object));
            } catch (IllegalArgumentException e) {
                findings.add(Finding.of(file, "The Application \"" + object.name() + "\": " + e.getMessage(), ""));
            }
        }
    }

    private void render(Application application) {
        ApplicationSource source = application.source();
        switch (sources.find(source.repositoryUrl(), source.revision())) {
            case Answer.Missing missing ->
                put(
                        application,
                        "",
                        new Renderer.Output(
                                List.of(),
                                Set.of(),
                                RenderedApplication.fingerprint(List.of()),
                                List.of(new Finding(
                                        application.file(),
                                        "The source of \"" + application.name() + "\" is not there: "
                                                + missing.reason(),
                                        "a repository and revision that exist",
                                        "Correct spec.source."))));
            case Answer.Found found -> {
                Renderer.Output output = renderer.render(found.tree(), found.commit(), source);
                put(application, found.commit(), output);
                output.objects().forEach(each -> take(each.file(), each.object()));
            }
        }
    }

    private void put(Application application, String commit, Renderer.Output output) {
        applications.put(
                application.name(),
                new RenderedApplication(
                        application,
                        commit,
                        output.resources(),
                        output.filesRead(),
                        output.fingerprint(),
                        output.findings()));
    }

    private Declared declared() {
        List<RenderedApplication> judged = applications.values().stream()
                .map(this::judged)
                .sorted(Comparator.comparing(each -> each.application().name()))
                .toList();
        return new Declared(judged, List.copyOf(projects.values()), findings);
    }

    /** Only now all projects are known. */
    private RenderedApplication judged(RenderedApplication rendered) {
        Application application = rendered.application();
        List<Finding> all = new ArrayList<>(rendered.findings());
        AppProject project = projects.get(application.project());
        if (project == null) {
            all.add(Finding.of(
                    application.file(),
                    "The Application \"" + application.name() + "\" is of project \"" + application.project()
                            + "\", which is not there.",
                    projects.keySet().toString()));
        } else {
            all.addAll(project.refusals(application, sources::identity));
            all.addAll(project.refusals(application, rendered.objects()));
        }
        all.addAll(outsideOfItsNamespace(rendered));
        return new RenderedApplication(
                application, rendered.commit(), rendered.objects(), rendered.filesRead(), rendered.fingerprint(), all);
    }

    /** A plain directory names its namespaces; an overlay has the one that its Application sets. */
    private static List<Finding> outsideOfItsNamespace(RenderedApplication rendered) {
        Application application = rendered.application();
        if (application.source().directory()) {
            return List.of();
        }
        return rendered.objects().stream()
                .filter(object ->
                        object.namespace() != null && !object.namespace().equals(application.namespace()))
                .map(object -> new Finding(
                        application.file(),
                        "The Application \"" + application.name() + "\" holds " + object
                                + ", outside of its namespace.",
                        "namespace \"" + application.namespace() + "\"",
                        "Leave the namespace out of the overlay and set spec.source.kustomize.namespace."))
                .toList();
    }
}
