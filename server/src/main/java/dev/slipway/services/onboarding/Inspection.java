package dev.slipway.services.onboarding;

import dev.slipway.builds.BuildForecasts;
import dev.slipway.git.GitContent;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platforms;
import dev.slipway.services.Detection;
import dev.slipway.services.Onboarding;
import dev.slipway.services.ServicesException;
import dev.slipway.services.detection.Detector;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks at main of a repository and plans what it gets. */
@Component
class Inspection {

    private final GitContent content;
    private final BuildForecasts builds;
    private final Manifests manifests;
    private final Platforms platforms;

    Inspection(GitContent content, BuildForecasts builds, Manifests manifests, Platforms platforms) {
        this.content = content;
        this.builds = builds;
        this.manifests = manifests;
        this.platforms = platforms;
    }

    /** What was seen, and what follows. */
    record Plan(Detection detection, List<Onboarding.ProposedFile> files, List<String> kept) {}

    /** @throws ServicesException when nothing can be made of it */
    Plan plan(Onboarding onboarding) {
        CommitId tip = content.resolve(onboarding.repository(), "refs/heads/main")
                .orElseThrow(() -> new ServicesException(
                        ProblemCode.CONFLICT,
                        Problem.of("The repository " + onboarding.repository() + " has no branch main.")
                                .next("Push something to main, then begin again.")));
        Snapshot tree = content.snapshot(onboarding.repository(), tip);
        Detection detection = Detector.detect(
                tree,
                builds.of(tree),
                onboarding.wish().port(),
                onboarding.wish().health());
        Manifests.Proposal proposal = manifests.propose(onboarding, detection, tree);
        requireEnvironment(tree, proposal);
        return new Plan(
                detection,
                proposal.files().entrySet().stream()
                        .map(file -> new Onboarding.ProposedFile(
                                file.getKey(),
                                Purposes.of(file.getKey()),
                                file.getValue().text()))
                        .toList(),
                proposal.kept());
    }

    private void requireEnvironment(Snapshot tree, Manifests.Proposal proposal) {
        List<String> expected = platforms.current().environments().stream()
                .map(Environment::name)
                .map(name -> "deploy/overlays/" + name + "/kustomization.yaml")
                .toList();
        if (expected.stream()
                .noneMatch(path -> tree.isFile(path) || proposal.files().containsKey(path))) {
            throw new ServicesException(
                    ProblemCode.CONFLICT,
                    Problem.of("deploy/ is there already, but has no overlay for any environment.")
                            .expecting(expected.stream().collect(Collectors.joining(" or ")))
                            .next("Add one on main, or rename the directory, then begin again."));
        }
    }
}
