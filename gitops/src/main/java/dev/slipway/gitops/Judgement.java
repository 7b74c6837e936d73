package dev.slipway.gitops;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds Applications against their projects.
 *
 * @param strict whether the tree is a platform repository, which declares every project and puts each overlay into the
 *     namespace of its Application
 */
record Judgement(Map<String, AppProject> projects, Sources sources, boolean strict) {

    /** @param project null where it is not there */
    record Judged(@Nullable AppProject project, RenderedApplication application) {}

    /** @param before by a judgement as strict as this one */
    Derived<RenderedApplication, Judged> of(
            List<RenderedApplication> applications, Derived<RenderedApplication, Judged> before) {
        return before.next(applications, this::judged);
    }

    @SuppressWarnings("ReferenceEquality") // a project that is read anew may say something else
    private Judged judged(RenderedApplication rendered, @Nullable Judged before) {
        AppProject known = before == null ? null : before.project();
        if (before != null && known != null && projects.get(known.name()) == known) {
            return before;
        }
        AppProject project = projects.get(rendered.application().project());
        List<Finding> refused = project == null ? unknownProject(rendered.application()) : refusals(rendered, project);
        return new Judged(project, rendered.withFindings(findings(rendered, refused)));
    }

    /** Argo CD always has a project {@code default}; a platform repository declares what it uses. */
    private List<Finding> unknownProject(Application application) {
        return !strict && application.project().equals("default")
                ? List.of()
                : List.of(new Finding(
                        application.file(),
                        "The Application \"" + application.name() + "\" is of project \"" + application.project()
                                + "\", which is not there.",
                        projects.isEmpty() ? "" : "one of " + String.join(", ", projects.keySet()),
                        "Declare the AppProject, or correct spec.project."));
    }

    private List<Finding> refusals(RenderedApplication rendered, AppProject project) {
        List<Finding> refusals = new ArrayList<>(project.refusals(rendered.application(), sources::identity));
        refusals.addAll(project.refusals(rendered.application(), rendered.objects()));
        return refusals;
    }

    private List<Finding> findings(RenderedApplication rendered, List<Finding> more) {
        List<Finding> all = new ArrayList<>(rendered.findings());
        all.addAll(more);
        if (strict) {
            all.addAll(outsideOfItsNamespace(rendered));
        }
        return List.copyOf(all);
    }

    /** A plain directory names its namespaces; an overlay has the one that its Application sets. */
    private static List<Finding> outsideOfItsNamespace(RenderedApplication rendered) {
        Application application = rendered.application();
        return rendered.parts().stream()
                .filter(part -> !part.source().directory())
                .flatMap(part -> part.objects().stream())
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
