package dev.slipway.desiredstate.check;

import dev.slipway.desiredstate.Declarations;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.CommitStatus.State;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.gitops.RemoteBases;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kustomize.Kustomize;
import dev.slipway.kustomize.KustomizeException;
import dev.slipway.kustomize.Overrides;
import dev.slipway.platform.DefinitionAtMain;
import dev.slipway.platform.Platforms;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Renders, at the head of each open pull request to a service's repository, the kustomizations that Applications deploy from it, and
 * says as the status {@code slipway/manifests} whether they still do: after the merge it would be the deployment that fails.
 */
@Component
class ManifestChecks implements Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(ManifestChecks.class);
    private static final String NAME = "desired-state-manifests";
    private static final String CHECK = "slipway/manifests";
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final List<String> KUSTOMIZATIONS =
            List.of("/kustomization.yaml", "/kustomization.yml", "/Kustomization");

    private final GitHost host;
    private final GitContent git;
    private final Platforms platforms;
    private final DesiredState desired;
    private final Declarations declarations;
    private final AnswerTable answers;
    private final Wakeups wakeups;

    ManifestChecks(
            GitHost host,
            GitContent git,
            Platforms platforms,
            DesiredState desired,
            Declarations declarations,
            AnswerTable answers,
            Wakeups wakeups) {
        this.host = host;
        this.git = git;
        this.platforms = platforms;
        this.desired = desired;
        this.declarations = declarations;
        this.answers = answers;
        this.wakeups = wakeups;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void reconcile() {
        RepositoryRef platform = platforms
                .newest()
                .map(DefinitionAtMain::definition)
                .map(each -> each.repository())
                .orElse(null);
        Set<RepositoryRef> open = host.withOpenPullRequests();
        answers.forgetOthers(open);
        desired.current()
                .ifPresent(now -> deployed(now).forEach((repository, directories) -> {
                    if (open.contains(repository) && !repository.equals(platform)) {
                        check(now.commit(), repository, directories);
                    }
                }));
    }

    /** Which directories of which repository Applications deploy. */
    private static Map<RepositoryRef, SortedSet<String>> deployed(Desired desired) {
        Map<RepositoryRef, SortedSet<String>> deployed = new HashMap<>();
        desired.applications().forEach(each -> {
            if (each.repository() != null && !each.path().isEmpty()) {
                deployed.computeIfAbsent(each.repository(), _ -> new TreeSet<>())
                        .add(each.path());
            }
        });
        return deployed;
    }

    private void check(CommitId platform, RepositoryRef repository, SortedSet<String> directories) {
        try {
            List<PullRequest> open = host.pullRequests(repository, PullRequest.State.OPEN);
            answers.forgetOthers(repository, open);
            open.forEach(each -> answer(platform, each, directories));
        } catch (RuntimeException e) {
            LOG.warn("What pull requests to {} deploy cannot be checked: {}", repository, e.getMessage());
        }
    }

    private void answer(CommitId platform, PullRequest pull, SortedSet<String> directories) {
        String basis = pull.base() + "+" + pull.head() + " " + String.join(" ", directories);
        if (answers.has(pull.ref(), CHECK, basis)) {
            return;
        }
        RemoteBases elsewhere = new RemoteBases(declarations.at(platform).sources());
        FileTree before = elsewhere.beside(git.snapshot(pull.ref().repository(), pull.base()));
        FileTree after = elsewhere.beside(git.snapshot(pull.ref().repository(), pull.head()));
        // What does not render as it is says nothing of the change.
        List<String> rendered = directories.stream()
                .filter(each -> isKustomization(before, each))
                .filter(each -> problems(before, each).isEmpty())
                .toList();
        if (!rendered.isEmpty()) {
            List<String> problems = rendered.stream()
                    .flatMap(each -> problems(after, each).stream())
                    .toList();
            host.setStatus(pull.ref().repository(), pull.head(), status(rendered, problems));
        }
        answers.put(pull.ref(), CHECK, basis);
    }

    private static boolean isKustomization(FileTree tree, String directory) {
        return KUSTOMIZATIONS.stream().anyMatch(name -> tree.isFile(directory + name));
    }

    private static List<String> problems(FileTree tree, String directory) {
        try {
            Kustomize.render(tree, directory, Overrides.none());
            return List.of();
        } catch (KustomizeException e) {
            return e.problems().stream().map(Object::toString).toList();
        }
    }

    private static CommitStatus status(List<String> rendered, List<String> problems) {
        return problems.isEmpty()
                ? new CommitStatus(
                        CHECK, State.SUCCESS, "Renders: " + Verdict.first(String.join(", ", rendered), 1), null)
                : new CommitStatus(CHECK, State.FAILURE, Verdict.first(problems.getFirst(), problems.size()), null);
    }

    @EventListener
    void on(PullRequestChanged event) {
        wakeups.wake(NAME);
    }
}
