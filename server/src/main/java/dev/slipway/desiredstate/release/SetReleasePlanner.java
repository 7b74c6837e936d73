package dev.slipway.desiredstate.release;

import dev.slipway.changes.Intent;
import dev.slipway.changes.IntentPlanner;
import dev.slipway.changes.Plan;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.Snapshot;
import dev.slipway.gitops.ContainerImages;
import dev.slipway.gitops.ReleaseEditor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.Release;
import dev.slipway.kustomize.Kustomize;
import dev.slipway.kustomize.KustomizeException;
import dev.slipway.kustomize.Overrides;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Plans {@link Intent.SetRelease}: only the Application's commit, images and {@code automated.enabled} change. */
@Component
class SetReleasePlanner implements IntentPlanner {

    private final GitContent git;

    SetReleasePlanner(GitContent git) {
        this.git = git;
    }

    @Override
    public boolean plans(Intent intent) {
        return intent instanceof Intent.SetRelease;
    }

    @Override
    public Plan plan(Intent intent, Snapshot tip) {
        if (!(intent instanceof Intent.SetRelease wanted)) {
            throw new IllegalArgumentException("Not a SetRelease: " + intent);
        }
        String file = "applications/" + wanted.service() + "/" + wanted.environment() + ".yaml";
        String before = tip.text(file).orElse(null);
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
                    tip.entry(file).orElseThrow().mode());
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
