package dev.slipway.desiredstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.git.CommitStatus;
import dev.slipway.git.GitCommandLine;
import dev.slipway.git.GitMirrors;
import dev.slipway.git.PullRequest;
import dev.slipway.git.RemoteGit;
import dev.slipway.support.Callers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What pull requests are told whose Applications stand on repositories that another server hosts. */
@DesiredStateTest
class ElsewhereIT {

    private static final List<String> CHECKS = List.of("slipway/desired-state", "slipway/validation", "slipway/impact");

    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Autowired
    PlatformPulls pulls;

    @Autowired
    GitMirrors mirrors;

    @Autowired
    DesiredState desired;

    @Autowired
    Callers callers;

    @TempDir
    Path directory;

    private RemoteGit remote;

    @BeforeEach
    void startTheOtherServer() {
        pulls.declareTheService();
        remote = new RemoteGit(directory);
        String prefix = remote.url("base").replace("/base.git", "");
        pulls.push(
                "main",
                pulls.main(),
                pulls.changed(
                        "platform.yaml",
                        text -> text.replaceFirst("(?m)^ +mirrors: .*\n", "")
                                .replaceFirst(
                                        "(?m)^( +)git:\n", "$1git:\n$1  mirrors: [{url: \"" + prefix + "\"}]\n")));
    }

    @AfterEach
    void stopTheOtherServer() {
        remote.close();
    }

    @Test
    void waitsWhileItIsFetchedForTheFirstTimeAndThenSaysWhatIsThere() {
        remote.hold();
        push(remote.checkout("base"));

        PullRequest pull = propose("base");
        CHECKS.forEach(check -> assertThat(pulls.status(pull, check, each -> each.state() == CommitStatus.State.PENDING)
                        .description())
                .contains("is being fetched"));
        assertThat(pulls.comments(pull)).isEmpty();

        remote.release();
        CHECKS.forEach(
                check -> assertThat(pulls.status(pull, check).state()).as(check).isEqualTo(CommitStatus.State.SUCCESS));
        assertThat(pulls.comments(pull)).contains("### Impact", "ConfigMap");
    }

    @Test
    void looksAgainWhenWhatFailedCanBeRead() {
        PullRequest pull = propose("later");
        assertThat(pulls.status(pull, CHECKS.get(0)).state()).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(pulls.status(pull, CHECKS.get(1)).state()).isEqualTo(CommitStatus.State.ERROR);
        assertThat(pulls.status(pull, CHECKS.get(2)).description()).contains("not known for 1");
        assertThat(pulls.comments(pull))
                .contains("could not be fetched", "slipway mirrors --refresh http://127.0.0.1:")
                .doesNotContain("Correct spec.source");

        push(remote.checkout("later"));
        mirrors.refresh(List.of(remote.url("later")));
        CHECKS.forEach(check -> pulls.status(pull, check, each -> each.state() == CommitStatus.State.SUCCESS));
        pulls.status(pull, CHECKS.get(2), each -> !each.description().contains("not known"));
        assertThat(pulls.comments(pull)).doesNotContain("could not be fetched");
    }

    @Test
    void saysAtAnApplicationThatItsCopyCannotBeFetchedAnyMore() {
        push(remote.checkout("once"));
        pulls.push("main", pulls.main(), files("once"));
        try {
            await().atMost(LONGEST)
                    .untilAsserted(() -> assertThat(once().map(DesiredApplication::objects))
                            .hasValueSatisfying(objects -> assertThat(objects).hasSize(1)));
            assertThat(once().orElseThrow().doubts()).isEmpty();

            remote.openOnlyBy("another");
            mirrors.refresh(List.of(remote.url("once")));
            await().atMost(LONGEST).until(() -> !once().orElseThrow().doubts().isEmpty());

            DesiredApplication once = once().orElseThrow();
            assertThat(once.objects()).hasSize(1);
            assertThat(once.problems()).doesNotContainAnyElementsOf(once.doubts());
            assertThat(once.doubts())
                    .singleElement()
                    .satisfies(doubt -> assertThat(doubt.message())
                            .contains("/once\" is read as it was at 20", "asks for a sign-in"));
            assertThat(callers.browserOf("rosa")
                            .get("/applications?only=doubts")
                            .body())
                    .contains("elsewhere-once", "is read as it was at");
            assertThat(callers.client(callers.token("rosa", Set.of()))
                            .get("/api/v1/applications/elsewhere-once")
                            .body())
                    .contains("\"doubts\":[{", "is read as it was at");
        } finally {
            pulls.push("main", pulls.main(), Map.of("applications/elsewhere-once.yaml", "# gone\n"));
        }
    }

    @Test
    void saysAtWhatAGeneratorMadeThatItsCopyCannotBeFetchedAnyMore() {
        GitCommandLine work = remote.checkout("list");
        work.commit("services/found/readme.txt", "", "Add a service");
        work.run("push", "-q", "origin", "main");
        pulls.push("main", pulls.main(), Map.of("applications/elsewhere-set.yaml", set("list")));
        try {
            await().atMost(LONGEST).until(() -> application("elsewhere-found").isPresent());
            assertThat(application("elsewhere-found").orElseThrow().doubts()).isEmpty();

            remote.openOnlyBy("another");
            mirrors.refresh(List.of(remote.url("list")));
            await().atMost(LONGEST)
                    .untilAsserted(() -> assertThat(
                                    application("elsewhere-found").orElseThrow().doubts())
                            .singleElement()
                            .satisfies(
                                    doubt -> assertThat(doubt.message()).contains("/list\" is read as it was at 20")));
        } finally {
            pulls.push("main", pulls.main(), Map.of("applications/elsewhere-set.yaml", "# gone\n"));
        }
    }

    @Test
    void rendersARemoteBaseAndFollowsItsBranch() {
        remote.hold();
        GitCommandLine work = remote.checkout("shared");
        setting(work, "one");
        PullRequest pull = pulls.propose(overlay("shared"));
        CHECKS.forEach(check -> assertThat(pulls.status(pull, check, each -> each.state() == CommitStatus.State.PENDING)
                        .description())
                .contains("is being fetched"));
        remote.release();
        CHECKS.forEach(
                check -> assertThat(pulls.status(pull, check).state()).as(check).isEqualTo(CommitStatus.State.SUCCESS));
        assertThat(pulls.comments(pull)).contains("### Impact", "1 ConfigMap");

        pulls.push("main", pulls.main(), overlay("shared"));
        try {
            await().atMost(LONGEST)
                    .untilAsserted(
                            () -> assertThat(settings("elsewhere-overlay")).contains("one"));
            assertThat(application("elsewhere-overlay").orElseThrow().doubts().toString())
                    .contains("The remote base", "can come to something else without a change here");

            setting(work, "two");
            mirrors.refresh(List.of(remote.url("shared")));
            await().atMost(LONGEST)
                    .untilAsserted(
                            () -> assertThat(settings("elsewhere-overlay")).contains("two"));
        } finally {
            pulls.push("main", pulls.main(), Map.of("applications/elsewhere-overlay.yaml", "# gone\n"));
        }
    }

    private String settings(String application) {
        return application(application).stream()
                .flatMap(each -> each.objects().stream())
                .map(each -> each.name() + each.content())
                .collect(Collectors.joining());
    }

    private static void setting(GitCommandLine work, String value) {
        work.commit(
                "web/kustomization.yaml",
                "resources: [settings.yaml]\ncommonLabels: {is: " + value + "}\n",
                "Label " + value);
        work.commit(
                "web/settings.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {A: " + value + "}\n",
                "Set " + value);
        work.run("push", "-q", "origin", "main");
    }

    private Map<String, String> overlay(String name) {
        return Map.of(
                "overlays/elsewhere/kustomization.yaml",
                "resources: [\"" + remote.url(name) + "//web?ref=main\"]\n",
                "applications/elsewhere-overlay.yaml",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: elsewhere-overlay, namespace: argocd}
                spec:
                  project: slipway
                  source: {repoURL: "http://slipway.localhost:7070/git/acme/platform.git", path: overlays/elsewhere}
                  destination: {name: shared-dev, namespace: red-dev}
                """);
    }

    /** It finds directories elsewhere; what it makes of them reads the service's own repository. */
    private String set(String name) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: elsewhere-set, namespace: argocd}
                spec:
                  generators:
                    - git: {repoURL: "%s", revision: main, directories: [{path: "services/*"}]}
                  template:
                    metadata: {name: "elsewhere-{{path.basename}}"}
                    spec:
                      project: red-dev
                      source: {repoURL: "http://slipway.localhost:7070/git/acme/pricing-api.git", path: deploy/overlays/dev}
                      destination: {name: shared-dev, namespace: red-dev}
                """.formatted(remote.url(name));
    }

    private Optional<DesiredApplication> once() {
        return application("elsewhere-once");
    }

    private Optional<DesiredApplication> application(String name) {
        return desired.current().flatMap(each -> each.application(name));
    }

    private static void push(GitCommandLine work) {
        work.commit(
                "settings.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {A: b}\n",
                "Add settings");
        work.run("push", "-q", "origin", "main");
    }

    private PullRequest propose(String name) {
        return pulls.propose(files(name));
    }

    private Map<String, String> files(String name) {
        return Map.of(
                "projects/elsewhere-" + name + ".yaml",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: AppProject
                metadata: {name: elsewhere-%s, namespace: argocd}
                spec:
                  sourceRepos: ["%s"]
                  destinations: [{name: shared-dev, namespace: red-dev}]
                """.formatted(name, remote.url(name)),
                "applications/elsewhere-" + name + ".yaml",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: elsewhere-%1$s, namespace: argocd}
                spec:
                  project: elsewhere-%1$s
                  source: {repoURL: "%2$s", targetRevision: main, path: .}
                  destination: {name: shared-dev, namespace: red-dev}
                """.formatted(name, remote.url(name)));
    }
}
