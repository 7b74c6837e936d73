package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Parity of a checkout: staging calls a sandbox without mutual TLS, production needs it. */
class ParityCommandTest {

    @TempDir
    private Path checkouts;

    private final Terminal terminal = new Terminal(Map.of("SLIPWAY_SERVER", "http://127.0.0.1:1"));

    @BeforeEach
    void write() throws IOException {
        file("platform/platform.yaml", """
                kind: Platform
                spec:
                  clusters: [{name: hub, role: hub, gateway: istio/main}]
                  environments:
                    - {name: staging, cluster: hub, namespace: "{team}-staging"}
                    - {name: production, cluster: hub, namespace: "{team}-prod", promotes: {from: staging}}
                """);
        file(
                "platform/bootstrap/root.yaml",
                application(
                        "root",
                        "https://git.example/acme/platform",
                        "",
                        "argocd",
                        "path: apps, directory: {recurse: true}"));
        for (String environment : new String[] {"staging", "prod"}) {
            file(
                    "platform/apps/" + environment + ".yaml",
                    application(
                            "shop-" + environment,
                            "https://git.example/acme/shop",
                            "labels: {slipway.dev/service: shop, slipway.dev/team: red, slipway.dev/environment: "
                                    + (environment.equals("prod") ? "production" : environment) + "}",
                            "red-" + environment,
                            "path: deploy/overlays/" + environment));
            file("platform/apps/namespace-" + environment + ".yaml", """
                    apiVersion: v1
                    kind: Namespace
                    metadata: {name: red-%s}
                    """.formatted(environment));
            file("shop/deploy/overlays/" + environment + "/kustomization.yaml", "resources: [../../base]\n");
        }
        file("shop/deploy/base/kustomization.yaml", "resources: [deployment.yaml]\n");
        file("shop/deploy/base/deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: shop}
                spec:
                  selector: {matchLabels: {app: shop}}
                  template:
                    metadata: {labels: {app: shop}}
                    spec: {containers: [{name: app, image: shop}]}
                """);
        dependencies("sandbox.payments.example, port: 80, tls: none");
    }

    private void dependencies(String staging) throws IOException {
        file("shop/deploy/dependencies.yaml", """
                apiVersion: slipway.dev/v1
                kind: Dependencies
                metadata: {name: shop}
                spec:
                  dependencies:
                    - name: payments
                      environments:
                        staging: {host: %s}
                        production: {host: api.payments.example, port: 443, tls: mutual, credential: client}
                """.formatted(staging));
    }

    private static String application(String name, String repository, String labels, String namespace, String source) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: %s, %s}
                spec:
                  source: {repoURL: "%s", targetRevision: main, %s}
                  destination: {name: hub, namespace: %s}
                """.formatted(name, labels, repository, source, namespace);
    }

    private void file(String path, String text) throws IOException {
        Path file = checkouts.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private int parity(String... more) {
        String[] fixed = {
            "parity",
            "--directory",
            checkouts.resolve("platform").toString(),
            "--source",
            "https://git.example/acme/shop=" + checkouts.resolve("shop")
        };
        String[] arguments = new String[fixed.length + more.length];
        System.arraycopy(fixed, 0, arguments, 0, fixed.length);
        System.arraycopy(more, 0, arguments, fixed.length, more.length);
        return terminal.run(arguments);
    }

    @Test
    void showsAllServicesAndFailsWhereSomethingBlocks() {
        int exit = parity();

        assertThat(exit).isEqualTo(ExitCode.FAILED.code());
        assertThat(terminal.out()).containsPattern("shop +red +staging +production +differs +dependency-tls");
    }

    @Test
    void showsOneServiceTermByTerm() {
        int exit = parity("shop");

        assertThat(exit).isEqualTo(ExitCode.FAILED.code());
        assertThat(terminal.out())
                .contains("staging calls \"payments\" without TLS, production with mutual TLS")
                .contains("no container mounts Secret \"client\"")
                .containsPattern("probes +match");
    }

    @Test
    void answersMachines() {
        parity("shop", "--json");

        assertThat(JsonMapper.shared()
                        .readTree(terminal.out())
                        .path("comparisons")
                        .path(0)
                        .path("verdict")
                        .asString())
                .isEqualTo("differs");
    }

    @Test
    void succeedsWhenEverythingIsAlike() throws IOException {
        file("shop/deploy/dependencies.yaml", """
                apiVersion: slipway.dev/v1
                kind: Dependencies
                metadata: {name: shop}
                spec: {dependencies: []}
                """);

        assertThat(parity("shop")).as(terminal.out()).isEqualTo(ExitCode.DONE.code());
    }

    @Test
    void aRepositoryThatIsNotAtHandIsUnknown() {
        int exit = terminal.run(
                "parity", "shop", "--directory", checkouts.resolve("platform").toString());

        assertThat(exit).isEqualTo(ExitCode.FAILED.code());
        assertThat(terminal.out()).contains("unknown").contains("does not render");
    }

    @Test
    void needsEnvironmentsToCompare() throws IOException {
        Files.delete(checkouts.resolve("platform/platform.yaml"));

        assertThat(parity()).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err()).contains("platform.yaml", "nothing tells what is to be compared with what");
    }

    @Test
    void saysAllThatIsWrongWithTheRules() throws IOException {
        file("platform/platform.yaml", """
                kind: Platform
                spec:
                  environments: [{name: staging}]
                  parity: {mustMatch: [probs], exceptions: [{service: shop, term: probes}]}
                """);

        int exit = parity();

        assertThat(exit).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err())
                .contains("Did you mean \"probes\"?")
                .contains("\"owner\" is missing")
                .contains("\"expires\" is missing");
    }
}
