package dev.slipway.desiredstate.release;

import dev.slipway.changes.Intent;
import dev.slipway.changes.Plan;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.gitops.ContainerImages;
import dev.slipway.gitops.ReleaseEditor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.Release;
import dev.slipway.kustomize.Kustomize;
import dev.slipway.kustomize.KustomizeException;
import dev.slipway.kustomize.Overrides;
import dev.slipway.platform.GitLocations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * {@code applications/<service>/<environment>.yaml} that renders a kustomization of the service's repository: commit, images and
 * {@code automated.enabled} change there, and nothing else has to be read.
 */
@Component
class GoldenLayout {

    private final GitContent git;

    GoldenLayout(GitContent git) {
        this.git = git;
    }

    private static String file(Intent.SetRelease wanted) {
        return "applications/" + wanted.service() + "/" + wanted.environment() + ".yaml";
    }

    /** Whether this layout is the service's; a file that is no YAML is, so that the place is named where it is broken. */
    boolean holds(Intent.SetRelease wanted, FileTree tree, GitLocations locations) {
        String text = tree.text(file(wanted)).orElse(null);
        if (text == null) {
            return false;
        }
        try {
            return YamlReader.core().documents(file(wanted), text).stream()
                    .filter(each -> text(each, "/kind").equals("Application"))
                    .findFirst()
                    .filter(each -> isGolden(each, wanted.release(), locations))
                    .isPresent();
        } catch (YamlException _) {
            return true;
        }
    }

    private static boolean isGolden(YamlValue application, Release release, GitLocations locations) {
        return application.at("/spec/sources").isEmpty()
                && application.at("/spec/source/helm").isEmpty()
                && application.at("/spec/source/chart").isEmpty()
                && application.at("/spec/source/directory").isEmpty()
                && locations
                        .resolve(text(application, "/spec/source/repoURL"))
                        .filter(release.repository()::equals)
                        .isPresent();
    }

    private static String text(YamlValue document, String pointer) {
        return document.at(pointer).flatMap(YamlValue::asText).orElse("");
    }

    Plan plan(Intent.SetRelease wanted, FileTree tree) {
        String file = file(wanted);
        String before = tree.text(file).orElse(null);
        if (before == null) {
            return refused(Problem.at(
                            file,
                            "There is no Application of \"" + wanted.service() + "\" in \"" + wanted.environment()
                                    + "\".")
                    .next("Create the service in this environment first."));
        }
        try {
            Release release = wanted.release();
            String after = ReleaseEditor.set(
                    file, before, release.commit().value(), digests(release), named(release, file, before));
            FileContent content = new FileContent(
                    FileContent.text(after).bytes(),
                    tree.entry(file).orElseThrow().mode());
            return new Plan.Write(after.equals(before) ? List.of() : List.of(new FileChange.Put(file, content)));
        } catch (YamlException e) {
            return refused(Problem.at(e.place().toString(), e.reason()));
        } catch (KustomizeException e) {
            return new Plan.Refused(e.problems().stream()
                    .map(each -> Problem.at(String.valueOf(each.place()), each.what()))
                    .toList());
        } catch (IllegalArgumentException e) {
            return refused(Problem.at(file, String.valueOf(e.getMessage())));
        }
    }

    private static Plan refused(Problem problem) {
        return new Plan.Refused(List.of(problem));
    }

    private static Map<String, String> digests(Release release) {
        Map<String, String> digests = new TreeMap<>();
        release.images().forEach((name, digest) -> digests.put(name, digest.value()));
        return digests;
    }

    /** What the manifests of the Release's own commit call its images. */
    private Map<String, String> named(Release release, String file, String application) {
        String path = YamlReader.core()
                .document(file, application)
                .flatMap(document -> document.at("/spec/source/path"))
                .flatMap(YamlValue::asText)
                .orElse("");
        Set<String> named = ContainerImages.names(
                Kustomize.render(git.snapshot(release.repository(), release.commit()), path, Overrides.none())
                        .objects());
        return ContainerImages.standIns(release.images().keySet(), named);
    }
}
