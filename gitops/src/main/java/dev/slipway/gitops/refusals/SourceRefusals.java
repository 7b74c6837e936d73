package dev.slipway.gitops.refusals;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.RenderedApplication.Part;
import dev.slipway.gitops.manifest.Fields;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Each source is rendered by one tool, which has to fit what is there.
 *
 * @see <a href="https://github.com/argoproj/argo-cd/blob/master/pkg/apis/application/v1alpha1/types.go">ExplicitType</a>
 */
final class SourceRefusals {

    private static final List<String> TOOLS = List.of("kustomize", "helm", "directory", "plugin");
    private static final Set<String> KUSTOMIZATIONS =
            Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private SourceRefusals() {}

    static List<Finding> of(RenderedApplication rendered) {
        List<Finding> findings = new ArrayList<>();
        List<Fields> written = written(rendered.application().object());
        for (int i = 0; i < written.size(); i++) {
            List<String> tools = tools(written.get(i));
            if (tools.size() > 1) {
                findings.add(Refusals.finding(
                        rendered.application(),
                        place(rendered.application(), i) + " has " + String.join(" and ", tools)
                                + ", which Argo CD refuses.",
                        "one of them",
                        "Take the others out."));
            }
        }
        for (Part part : rendered.parts()) {
            if (part.number() < written.size() && isWithoutKustomization(written.get(part.number()), part)) {
                findings.add(Refusals.finding(
                        rendered.application(),
                        place(rendered.application(), part.number())
                                + " has kustomize, and there is no kustomization in \""
                                + part.source().path() + "\".",
                        "a kustomization.yaml",
                        "Add it, or take kustomize out: Argo CD fails to render it."));
            }
        }
        return findings;
    }

    /** Empty where a hydrator writes what is synced. */
    private static List<Fields> written(Resource application) {
        if (application.at("spec", "sourceHydrator").isPresent()) {
            return List.of();
        }
        List<@Nullable Object> several = application.list("spec", "sources");
        return several.isEmpty()
                ? List.of(Fields.of(application.map("spec", "source")))
                : several.stream().map(Fields::of).toList();
    }

    private static String place(Application application, int number) {
        return application.pointer(number).substring(1).replace('/', '.');
    }

    private static List<String> tools(Fields source) {
        return TOOLS.stream()
                .filter(each -> Fields.says(source.content().get(each)))
                .toList();
    }

    /** Of what could not be read nothing is said. */
    private static boolean isWithoutKustomization(Fields written, Part part) {
        String path = part.source().path();
        String prefix = path.isEmpty() ? "" : path + "/";
        return tools(written).equals(List.of("kustomize"))
                && part.source().chart().isEmpty()
                && !part.filesRead().isEmpty()
                && KUSTOMIZATIONS.stream().noneMatch(each -> part.filesRead().contains(prefix + each));
    }
}
