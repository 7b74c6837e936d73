package dev.slipway.gitops.release;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.ApplicationSource;
import dev.slipway.gitops.ContainerImages;
import dev.slipway.gitops.ReleaseEditor;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.Revision;
import dev.slipway.gitops.Sources.Answer;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.kustomize.Kustomize;
import dev.slipway.kustomize.Overrides;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An Application that pins a commit of the Release's own repository and renders a kustomization of it: commit and digests belong
 * into the Application, whatever the kustomization says, as golden paths have it.
 */
final class PinnedApplication {

    private PinnedApplication() {}

    static boolean isOne(Checkout checkout, RenderedApplication target, WantedRelease wanted) {
        Application application = target.application();
        ApplicationSource source = application.source();
        return application.sources().size() == 1
                && application.pointer(0).equals("/spec/source")
                && source.helm() == null
                && !source.directory()
                && target.parts().stream().allMatch(each -> each.source().helm() == null)
                && Revision.isWholeCommit(source.revision())
                && checkout.sources().identity(source.repositoryUrl()).equals(wanted.repository())
                && standsForItself(checkout, application);
    }

    private static boolean standsForItself(Checkout checkout, Application application) {
        return application.origin().repository().isEmpty()
                && !application.origin().by().startsWith("ApplicationSet")
                && checkout.tree().isFile(application.file());
    }

    static SortedMap<String, String> write(Checkout checkout, RenderedApplication target, WantedRelease wanted) {
        Application application = target.application();
        String file = application.file();
        String text = checkout.tree().text(file).orElse("");
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put(
                file,
                ReleaseEditor.set(
                        file,
                        text,
                        application.name(),
                        wanted.commit(),
                        wanted.images(),
                        standIns(checkout, application.source(), wanted)));
        return texts;
    }

    /** What the manifests of the Release's own commit call its images; nothing where that commit is not at hand. */
    private static Map<String, String> standIns(Checkout checkout, ApplicationSource source, WantedRelease wanted) {
        return switch (checkout.sources().find(source.repositoryUrl(), wanted.commit())) {
            case Answer.Missing _ -> Map.of();
            case Answer.Found found -> {
                Set<String> named =
                        ContainerImages.names(Kustomize.render(found.tree(), source.path(), Overrides.none())
                                .objects());
                yield ContainerImages.standIns(wanted.images().keySet(), named);
            }
        };
    }
}
