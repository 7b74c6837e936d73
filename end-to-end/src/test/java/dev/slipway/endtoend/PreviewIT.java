package dev.slipway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.client.ServerProblem;
import dev.slipway.cli.demo.Workload;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A pull request's preview, from its first commit to nothing. */
@ResourceLock("machine")
@ExtendWith(SharedStage.class)
class PreviewIT {

    private static final String OVERLAY = "deploy/overlays/preview/environment.yaml";

    private final Stage stage;

    PreviewIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aPreviewComesWithThePullRequestFollowsItAndGoesWithTheMerge() throws Exception {
        stage.service("booth", false);
        Checkout checkout = stage.clone("rosa", "acme/booth");
        checkout.edit(OVERLAY, "Hello", "Moin");
        int number = stage.propose(checkout, "rosa", "acme/booth", "Greet in the north");
        String host = "booth-pr-" + number + "-red.localhost";

        JsonNode preview = ready("booth", number, checkout);
        assertThat(preview.path("url").asString()).startsWith("http://" + host);
        assertThat(answer(host)).contains("Moin");
        assertThat(answer("booth.localhost")).contains("Hello");
        assertThat(headers(host)).containsIgnoringCase("X-Robots-Tag: noindex");
        assertThat(headers("booth.localhost")).doesNotContainIgnoringCase("X-Robots-Tag");
        told(number, host);

        checkout.edit(OVERLAY, "Moin", "Servus");
        checkout.commit("Greet in the south");
        checkout.git().run("push", "-q", "origin", "HEAD");
        ready("booth", number, checkout);
        assertThat(answer(host)).contains("Servus");

        stage.merge("rosa", "acme/booth", number);
        gone("booth", number);
        assertThat(new Workload(stage.server().port()).get(host, "/").status()).isEqualTo(404);
        assertThat(processesOf("booth-pr-" + number)).isEmpty();
        assertThat(stage.comments("acme/booth", number)).contains("The preview is gone");
        nothingIsLeftInGit("booth");
    }

    @Test
    void twoServicesWithTheSameNumberNeverTouchEachOther() throws Exception {
        stage.service("left", false);
        stage.service("right", false);
        Checkout left = greeting("left");
        Checkout right = greeting("right");
        int leftNumber = stage.propose(left, "rosa", "acme/left", "Greet from the left");
        int rightNumber = stage.propose(right, "rosa", "acme/right", "Greet from the right");
        ready("left", leftNumber, left);
        ready("right", rightNumber, right);

        stage.as("rosa").post("/api/v1/repositories/acme/left/pulls/" + leftNumber + "/close", Map.of());
        gone("left", leftNumber);

        assertThat(leftNumber).isEqualTo(rightNumber);
        assertThat(answer("right-pr-" + rightNumber + "-red.localhost")).contains("right");
        nothingIsLeftInGit("left");
    }

    @Test
    void aCommitThatDoesNotBuildIsToldWithItsLastLinesAndTheEarlierOneStays() {
        stage.service("fragile", false);
        Checkout checkout = greeting("fragile");
        int number = stage.propose(checkout, "rosa", "acme/fragile", "Greet, then break");
        ready("fragile", number, checkout);

        checkout.write("src/main/java/Broken.java", "class Broken {");
        checkout.commit("Break it");
        checkout.git().run("push", "-q", "origin", "HEAD");
        stage.await(
                "the comment on the failed build",
                () -> JsonMapper.shared().valueToTree(stage.comments("acme/fragile", number)),
                comments -> comments.toString().contains("build failed")
                        && comments.toString().contains("Broken.java"));

        assertThat(answer("fragile-pr-" + number + "-red.localhost")).contains("fragile");
        stage.as("rosa").post("/api/v1/repositories/acme/fragile/pulls/" + number + "/close", Map.of());
        gone("fragile", number);
    }

    private Checkout greeting(String service) {
        Checkout checkout = stage.clone("rosa", "acme/" + service);
        checkout.edit(OVERLAY, "Hello", "Hello from " + service);
        return checkout;
    }

    /** Waits until the preview answers with what the checkout holds. */
    private JsonNode ready(String service, int number, Checkout checkout) {
        String head = checkout.git().run("rev-parse", "HEAD").strip();
        return stage.await(
                "the preview of " + service + "#" + number,
                () -> preview(service, number),
                now -> now.path("state").asString().equals("READY")
                        && now.path("shown").asString().equals(head));
    }

    private void gone(String service, int number) {
        stage.await(
                "the end of the preview of " + service + "#" + number,
                () -> preview(service, number),
                now -> now.path("state").asString().equals("none"));
    }

    private JsonNode preview(String service, int number) {
        try {
            return stage.get("rosa", "/api/v1/previews/" + service + "/" + number);
        } catch (ServerProblem problem) {
            assertThat(problem.status()).isEqualTo(404);
            return JsonMapper.shared().createObjectNode().put("state", "none");
        }
    }

    private String answer(String host) {
        return new Workload(stage.server().port()).get(host, "/").body();
    }

    private String headers(String host) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), stage.server().port())) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.0\r\nHost: " + host + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(0, answer.indexOf("\r\n\r\n"));
        }
    }

    private void told(int number, String host) {
        assertThat(stage.comments("acme/booth", number)).contains(host).containsOnlyOnce("\"markdown\"");
        JsonNode statuses = stage.pullRequest("acme/booth", number).path("statuses");
        assertThat(statuses.valueStream()
                        .filter(each -> each.path("context").asString().equals("slipway/preview")))
                .singleElement()
                .satisfies(status -> assertThat(status.path("state").asString()).isEqualTo("SUCCESS"))
                .satisfies(status ->
                        assertThat(status.path("description").asString()).contains(host));
    }

    /** By the mark that the local cluster gives to each process. */
    private static List<String> processesOf(String application) throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .map(process -> process.resolve("environ"))
                    .map(PreviewIT::text)
                    .filter(environment -> environment.contains("SLIPWAY_POD=" + application))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }

    private void nothingIsLeftInGit(String service) throws IOException {
        Checkout platform = stage.clone("paula", Stage.PLATFORM);
        try (Stream<Path> files = Files.walk(platform.directory())) {
            assertThat(files.map(Path::toString)
                            .filter(path -> !path.contains("/.git/"))
                            .filter(path ->
                                    path.contains(service + "-pr-") || path.contains("/" + service + "/previews")))
                    .isEmpty();
        }
    }
}
