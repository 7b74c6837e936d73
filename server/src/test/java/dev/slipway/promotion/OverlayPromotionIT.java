package dev.slipway.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.desiredstate.ReleasePlaces;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.git.NewPullRequest;
import dev.slipway.git.PullRequest;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.RepositoryRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A service whose overlays stand in the platform repository, under Applications that follow main. */
class OverlayPromotionIT extends PromotionWorld {

    private static final RepositoryRef PLATFORM = new RepositoryRef("acme", "platform");

    @Autowired
    GitHost host;

    @Autowired
    ReleasePlaces places;

    @BeforeEach
    void moveTheOverlays() {
        Snapshot platform = tip(PLATFORM);
        List<FileChange> changes = new ArrayList<>();
        StringBuilder applications = new StringBuilder(project());
        for (EnvironmentName environment : List.of(DEV, STAGING, PRODUCTION)) {
            String file = "applications/" + service + "/" + environment + ".yaml";
            applications
                    .append("---\n")
                    .append(followingMain(platform.text(file).orElseThrow()));
            changes.add(new FileChange.Remove(file));
        }
        put("applications/" + service + "/all.yaml", applications.toString(), changes);
        Snapshot own = tip(repository);
        own.walk("deploy").stream()
                .map(TreeEntry::path)
                .filter(each -> each.contains("/base/") || each.contains("/overlays/"))
                .forEach(each -> put(
                        each.replaceFirst("deploy", "services/" + service),
                        decided(each, own.text(each).orElseThrow()),
                        changes));
        CommitId moved = push(PLATFORM, changes, "Move the overlays of " + service);
        await().until(() ->
                git.isAncestor(PLATFORM, moved, desired.current().orElseThrow().commit()));
        assertThat(desired.find(service, PRODUCTION).orElseThrow().problems()).isEmpty();
    }

    private String project() {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: AppProject
                metadata: {name: %s, namespace: argocd}
                spec:
                  sourceRepos: ["*"]
                  destinations: [{name: "*", namespace: "*"}]
                """.formatted(service);
    }

    private String followingMain(String application) {
        return application
                .replaceFirst("repoURL: (.*/)[^/]+\\.git", "repoURL: $1platform.git")
                .replaceFirst("targetRevision: .*", "targetRevision: main")
                .replaceFirst("path: deploy/", "path: services/" + service + "/")
                .replaceFirst("project: .*", "project: " + service)
                .replace("enabled: false", "enabled: true");
    }

    /** The manifests name the image, and each overlay its tag. */
    private String decided(String file, String text) {
        if (file.endsWith("/base/deployment.yaml")) {
            return text.replace("image: app", "image: " + image());
        }
        return file.contains("/overlays/") && file.endsWith("kustomization.yaml")
                ? text + "images:\n  # which build\n  - name: " + image() + "\n    newTag: \"0.1\"\n"
                : text;
    }

    private String image() {
        return "registry.localhost/acme/" + service;
    }

    private static void put(String file, String text, List<FileChange> changes) {
        changes.add(new FileChange.Put(file, FileContent.text(text)));
    }

    private Snapshot tip(RepositoryRef of) {
        return git.snapshot(of, git.resolve(of, "refs/heads/main").orElseThrow());
    }

    private String overlay(EnvironmentName environment) {
        return "services/" + service + "/overlays/" + environment + "/kustomization.yaml";
    }

    private String decidedIn(EnvironmentName environment) {
        return tip(PLATFORM).text(overlay(environment)).orElseThrow();
    }

    private String written(CommitId commit, char digit) {
        return "digest: sha256:" + String.valueOf(digit).repeat(64) + " # slipway: " + repository + "@" + commit;
    }

    @Test
    void goesFromDevToProductionWhereTheOverlaysDecideAndBackAgain() {
        String untouched = decidedIn(PRODUCTION);
        CommitId first = toStaging("first", '1');
        assertThat(decidedIn(STAGING))
                .endsWith("images:\n  # which build\n  - name: " + image() + "\n    " + written(first, '1') + "\n");
        assertThat(decidedIn(PRODUCTION)).isEqualTo(untouched);
        toProduction(first);
        assertThat(decidedIn(PRODUCTION)).isEqualTo(untouched.replace("newTag: \"0.1\"", written(first, '1')));
        assertThat(onlyFileOf(promotions.history(service, PRODUCTION, 1).getFirst()))
                .isEqualTo(overlay(PRODUCTION));
        assertThat(places.of(service).get(PRODUCTION)).singleElement().satisfies(place -> {
            assertThat(place.where()).matches(Pattern.quote(overlay(PRODUCTION)) + ":\\d+");
            assertThat(place.rule()).isEqualTo("images of a kustomization");
        });

        CommitId second = toStaging("second", '2');
        promotions.rollBack(service, STAGING, Rollback.because("it is bad"), REN);

        awaitLive(STAGING, first);
        assertThat(live(DEV).orElseThrow().commit()).isEqualTo(second);
        assertThat(check("README.md", "More words.")).isEqualTo(CommitStatus.State.SUCCESS);
        assertThat(check(overlay(PRODUCTION), decidedIn(PRODUCTION).replace("1".repeat(64), "3".repeat(64))))
                .isEqualTo(CommitStatus.State.FAILURE);
        assertThat(check(overlay(PRODUCTION), decidedIn(PRODUCTION).replace(first.value(), second.value())))
                .isEqualTo(CommitStatus.State.FAILURE);
    }

    private void toProduction(CommitId commit) {
        Promotion promotion = promotions.request(service, PRODUCTION, null, REN);
        promotions.approve(promotion.id(), null, "fine", REMY);
        clock.advance(Duration.ofMinutes(11));
        awaitLive(PRODUCTION, commit);
    }

    private String onlyFileOf(Promotion promotion) {
        CommitId commit = Optional.ofNullable(promotion.commit()).orElseThrow();
        CommitId parent = git.commit(PLATFORM, commit).orElseThrow().parents().getFirst();
        Snapshot before = git.snapshot(PLATFORM, parent);
        Snapshot after = git.snapshot(PLATFORM, commit);
        List<String> changed = after.walk("").stream()
                .map(TreeEntry::path)
                .filter(each -> !after.objectId(each).equals(before.objectId(each)))
                .toList();
        assertThat(changed).hasSize(1);
        return changed.getFirst();
    }

    @Test
    void refusesAtOnceWhatProductionSharesWithOthers() {
        toStaging("one", '1');
        String base = "services/" + service + "/base/deployment.yaml";
        for (EnvironmentName environment : List.of(DEV, PRODUCTION)) {
            push(PLATFORM, overlay(environment), decidedIn(environment).replaceFirst("(?s)images:.*", ""));
        }

        assertThatThrownBy(() -> promotions.request(service, PRODUCTION, null, REN))
                .hasMessageContaining(base + ":")
                .hasMessageContaining("in dev, too: a Release to production would reach");
        assertThat(promotions.history(service, PRODUCTION, 1)).isEmpty();
    }

    private CommitStatus.State check(String file, String text) {
        CommitId tip = tip(PLATFORM).commit();
        String branch = "test-" + UUID.randomUUID();
        git.push(
                PLATFORM,
                new BranchUpdate(
                        branch,
                        null,
                        tip,
                        List.of(new NewCommit(
                                List.of(new FileChange.Put(file, FileContent.text(text))),
                                "Change " + file,
                                new Commit.Person("paula", "paula@example.com")))));
        PullRequest pull = host.open(
                new NewPullRequest(PLATFORM, branch, "main", "Change " + file, ""), new Actor.Person("paula"));
        await().until(() -> status(pull).isPresent());
        return status(pull).orElseThrow();
    }

    private Optional<CommitStatus.State> status(PullRequest pull) {
        return host.statuses(PLATFORM, pull.head()).stream()
                .filter(each -> each.context().equals("slipway/desired-state"))
                .map(CommitStatus::state)
                .filter(each -> each != CommitStatus.State.PENDING)
                .findFirst();
    }
}
