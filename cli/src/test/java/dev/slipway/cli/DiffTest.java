package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiffTest {

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: checkout}
            spec:
              replicas: 3
              selector: {matchLabels: {app: checkout}}
              template:
                metadata: {labels: {app: checkout}}
                spec: {containers: [{name: app, image: checkout, env: [{name: DB_PASSWORD, value: hunter2}]}]}
            """;

    @TempDir
    private Path directory;

    private final Terminal terminal = new Terminal(Map.of("SLIPWAY_SERVER", "http://127.0.0.1:1"));

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        write("platform/platform.yaml", """
                kind: Platform
                spec:
                  clusters: [{name: hub, role: hub}]
                  environments: [{name: production, cluster: hub, namespace: "{team}-prod", promotes: {from: dev}}]
                """);
        write("platform/bootstrap/root.yaml", application("root", "applications") + "---\n" + """
                apiVersion: argoproj.io/v1alpha1
                kind: AppProject
                metadata: {name: all}
                spec: {sourceRepos: ["*"], destinations: [{name: "*", namespace: "*"}]}
                """);
        write("platform/applications/checkout/production.yaml", application("checkout", "deploy"));
        write("platform/deploy/all.yaml", DEPLOYMENT);
        git("platform", "init", "-q", "-b", "main");
        commit("platform");
    }

    private static String application(String name, String path) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: %s, labels: {slipway.dev/service: %s}}
                spec:
                  project: all
                  source: {repoURL: "https://git/platform", targetRevision: main, path: %s, directory: {recurse: true}}
                  destination: {name: in-cluster, namespace: red-prod}
                  syncPolicy: {automated: {prune: true}}
                """.formatted(name, name, path);
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void commit(String repository) throws IOException, InterruptedException {
        git(repository, "add", "-A");
        git(repository, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "x");
    }

    private void git(String repository, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("git", "-C", directory.resolve(repository).toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private int diff(String... arguments) {
        List<String> all = new ArrayList<>(List.of("diff"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--directory", directory.resolve("platform").toString()));
        return terminal.run(all.toArray(String[]::new));
    }

    @Test
    void aTagThatIsComparedStaysWhatItIs() throws IOException, InterruptedException {
        write(
                "platform/applications/checkout/production.yaml",
                application("checkout", "deploy").replace("targetRevision: main", "targetRevision: v1"));
        commit("platform");
        git("platform", "tag", "v1");
        write("platform/deploy/all.yaml", DEPLOYMENT.replace("replicas: 3", "replicas: 4"));
        commit("platform");

        diff("v1..main");
        assertThat(terminal.out()).contains("Nothing changes").doesNotContain("3 → 4");
    }

    @Test
    void tellsObjectsOfOneNameApartByTheirCluster() throws IOException, InterruptedException {
        write(
                "platform/applications/west/production.yaml",
                application("checkout", "deploy")
                        .replace("in-cluster", "west")
                        .replace("name: checkout,", "name: west,"));
        commit("platform");
        write("platform/deploy/all.yaml", DEPLOYMENT.replace("replicas: 3", "replicas: 4"));

        diff("main..");
        assertThat(terminal.out()).contains("checkout in cluster hub").contains("checkout in cluster west");
    }

    @Test
    void readsWhatAnApplicationPinsAndNothingElse() throws IOException, InterruptedException {
        git("platform", "tag", "v1");
        write("platform/deploy/all.yaml", DEPLOYMENT.replace("replicas: 3", "replicas: 4"));
        write(
                "platform/applications/checkout/production.yaml",
                application("checkout", "deploy").replace("targetRevision: main", "targetRevision: v1"));
        commit("platform");
        write(
                "platform/applications/checkout/production.yaml",
                application("checkout", "deploy").replace("targetRevision: main", "targetRevision: v99"));

        diff("main..");
        assertThat(terminal.out()).contains("or commit \"v99\"").doesNotContain("replicas");
    }

    @Test
    void saysWhatTheFilesInTheDirectoryWouldDo() throws IOException {
        write("platform/deploy/all.yaml", DEPLOYMENT.replace("replicas: 3", "replicas: 0"));

        int exit = diff("main..");

        assertThat(exit).isZero();
        assertThat(terminal.out()).isEqualTo("""
                1 of 2 Applications change: 1 breaks

                production (behind gates)
                  BREAKS   Replicas: 3 → 0; nothing runs any more
                           (Deployment of checkout, 1 field)
                """);
    }

    @Test
    void comparesTwoRevisionsFieldByFieldWithoutSecrets() throws IOException, InterruptedException {
        write("platform/deploy/all.yaml", DEPLOYMENT.replace("hunter2", "hunter3"));
        commit("platform");

        int exit = diff("HEAD~1..HEAD", "--full");

        assertThat(exit).isZero();
        assertThat(terminal.out())
                .contains("Variable DB_PASSWORD of app: (hidden), changed")
                .contains("spec.template.spec.containers[name=app].env[name=DB_PASSWORD].value")
                .doesNotContain("hunter");
    }

    @Test
    void writesJsonForMachines() throws IOException {
        write("platform/deploy/all.yaml", DEPLOYMENT.replace("replicas: 3", "replicas: 4"));

        diff("main..", "--json");

        JsonNode group = JsonMapper.shared().readTree(terminal.out()).at("/environments/0/groups/0");
        assertThat(group.at("/severity").asString()).isEqualTo("NOTABLE");
        assertThat(group.at("/meanings/0/kind").asString()).isEqualTo("workload.replicas");
        assertThat(group.at("/fields/0/path").asString()).isEqualTo("spec.replicas");
        assertThat(group.at("/members/0/service").asString()).isEqualTo("checkout");
    }

    @Test
    void failsOnWhatIsAsSevereAsAskedFor() throws IOException {
        write("platform/deploy/all.yaml", DEPLOYMENT.replace("replicas: 3", "replicas: 4"));

        assertThat(diff("main..", "--fail-on", "risky")).isZero();
        assertThat(diff("main..", "--fail-on", "notable")).isEqualTo(ExitCode.FAILED.code());
    }

    @Test
    void readsOtherRepositoriesAtTheCommitsThatApplicationsName() throws IOException, InterruptedException {
        write("service/deploy/all.yaml", DEPLOYMENT);
        git("service", "init", "-q", "-b", "main");
        commit("service");
        String elsewhere = application("checkout", "deploy").replace("git/platform", "git/service");
        write(
                "platform/applications/checkout/production.yaml",
                elsewhere.replace("Revision: main", "Revision: HEAD~0"));
        commit("platform");
        write("service/deploy/all.yaml", DEPLOYMENT.replace("replicas: 3", "replicas: 4"));
        commit("service");
        write(
                "platform/applications/checkout/production.yaml",
                elsewhere.replace("Revision: main", "Revision: HEAD~1"));

        diff("main..", "--source", "https://git/service=" + directory.resolve("service"));

        assertThat(terminal.out()).contains("Replicas: 4 → 3", "Source, targetRevision: HEAD~0 → HEAD~1");
    }

    @Test
    void saysWhatIsNotAtHandInsteadOfNoChange() throws IOException, InterruptedException {
        write(
                "platform/applications/checkout/production.yaml",
                application("checkout", "deploy").replace("git/platform", "git/service"));
        commit("platform");

        int exit = diff("HEAD~1..HEAD", "--fail-on", "breaks");

        assertThat(exit).isEqualTo(ExitCode.FAILED.code());
        assertThat(terminal.out().replaceAll("\\s+", " "))
                .contains("Not known", "\"https://git/service\" is not at hand");
    }

    @Test
    void saysWhichRevisionIsMissingAndHowRevisionsAreWritten() {
        assertThat(diff("nowhere..main")).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(diff("main")).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err()).contains("has no revision \"nowhere\"", "\"main\" is no pair of revisions");
    }

    @Test
    void saysThatNothingChanges() {
        assertThat(diff("main..main")).isZero();
        assertThat(terminal.out()).isEqualTo("Nothing changes: 2 Applications render the same.\n");
    }
}
