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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplainRouteTest {

    @TempDir
    private Path platform;

    private final Terminal terminal = new Terminal(Map.of("SLIPWAY_SERVER", "http://127.0.0.1:1"));

    @BeforeEach
    void write() throws IOException {
        file("platform.yaml", "kind: Platform\nspec: {clusters: [{name: hub, role: hub, gateway: istio/main}]}\n");
        file("bootstrap/root.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: root}
                spec:
                  source: {repoURL: "https://git.example/acme/platform", path: clusters/hub, directory: {recurse: true}}
                  destination: {name: hub, namespace: argocd}
                """);
        file("clusters/hub/gateway.yaml", """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: main, namespace: istio}
                spec: {servers: [{port: {number: 80}, hosts: ["*.localhost"]}]}
                """);
        file("clusters/hub/shop.yaml", """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: shop, namespace: red}
                spec:
                  hosts: [shop.localhost]
                  gateways: [istio/main]
                  http:
                    - match: [{uri: {prefix: /api}, headers: {x-canary: {exact: "1"}}, method: {exact: POST}}]
                      route: [{destination: {host: shop}}]
                """);
    }

    private void file(String path, String text) throws IOException {
        Path file = platform.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private int explain(String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"route", "explain", "--directory", platform.toString()}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return terminal.run(arguments);
    }

    @Test
    void doesNotPassOverOtherCheckoutsWhereTheServerIsAsked() {
        int exit = terminal.run("route", "explain", "shop.localhost/api", "--source", "https://x=" + platform);

        assertThat(exit).isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.err()).contains("--source", "It goes with --directory only.");
    }

    @Test
    void walksACheckoutWithoutAServer() {
        int exit = explain("shop.localhost/api", "--method", "post", "--header", "X-Canary: 1");

        assertThat(exit).isEqualTo(ExitCode.FAILED.code());
        assertThat(terminal.out()).isEqualTo("""
                POST http://shop.localhost/api
                CLUSTER  OBJECT                   WHERE
                hub      Gateway istio/main       clusters/hub/gateway.yaml:4:47
                hub      VirtualService red/shop  clusters/hub/shop.yaml:8:7
                It ends here: there is no Service shop.red.svc.cluster.local in hub
                  at    clusters/hub/shop.yaml:9:29
                  next  Correct the destination: name.namespace.svc.cluster.local.
                """);
    }

    @Test
    void saysWhatOfTheRequestDoesNotMatch() {
        explain("shop.localhost/api", "--method", "POST");

        assertThat(terminal.out()).contains("clusters/hub/shop.yaml:8:", "there is no header x-canary");
    }

    @Test
    void writesJsonForMachines() {
        explain("shop.localhost/", "--json");

        JsonNode answer = JsonMapper.shared().readTree(terminal.out());
        assertThat(answer.path("reaches").asBoolean()).isFalse();
        assertThat(answer.at("/branches/0/verdict/cause").asString()).isEqualTo("NO_MATCH");
    }

    @Test
    void saysWhatIsNoCheckout() throws IOException {
        Files.delete(platform.resolve("platform.yaml"));

        assertThat(explain("shop.localhost")).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err()).contains("There is no \"platform.yaml\"");
    }

    @Test
    void asksTheServerWithoutADirectory() throws IOException {
        try (SmallServer server = new SmallServer()) {
            server.when("GET /api/v1/routes/explain?url=shop.localhost%2Fa%3Fb&method=GET&header=X%3A%201", 200, """
                            {"url": "http://shop.localhost/a?b", "method": "GET", "reaches": true, "branches": [
                             {"percent": 100, "steps": [], "verdict": {"reaches": true, "words": "1 of 1 replicas ready", "where": "", "next": "", "notes": []}}]}
                            """);

            int exit = Terminal.at(server, platform).run("route", "explain", "shop.localhost/a?b", "--header", "X: 1");

            assertThat(exit).isZero();
        }
    }
}
