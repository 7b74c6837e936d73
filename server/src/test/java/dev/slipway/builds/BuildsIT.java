package dev.slipway.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PushOutcome;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a push to the real Git host to an image that a client pulls, over HTTP. */
@SlipwayTest
@TestPropertySource(properties = "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,builds")
class BuildsIT {

    private static final Actor TEST = Actor.system("test");
    private static final Commit.Person ROSA = new Commit.Person("rosa", "rosa@example.org");

    @Autowired
    Callers callers;

    @Autowired
    GitHost host;

    @Autowired
    GitContent git;

    @Test
    void aPushedCommitCanBePulledAsAnImage() throws Exception {
        CommitId commit = push("echo", "System.out.println(\"tested\");");
        Caller caller = callers.tokenOf("puller", Role.VIEWER);
        JsonNode build = finished(caller, "acme/echo");

        assertThat(build.path("status").asString()).as(build.toString()).isEqualTo("SUCCEEDED");
        String digest =
                build.path("images").path("registry.localhost/acme/echo").asString();
        HttpResponse<String> manifest = caller.get("/v2/acme/echo/manifests/" + commit);
        assertThat("sha256:" + sha256(manifest.body())).isEqualTo(digest);
        assertThat(manifest.headers().firstValue("Docker-Content-Digest")).hasValue(digest);
        assertThat(manifest.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/vnd.oci.image.manifest.v1+json");
        assertThat(caller.get("/v2/acme/echo/manifests/" + digest).body()).isEqualTo(manifest.body());
        assertThat(json(caller.get("/v2/acme/echo/tags/list"))
                        .path("tags")
                        .path(0)
                        .asString())
                .isEqualTo(commit.value());
        JsonNode layer = json(manifest).path("layers").path(0);
        String blob = "/v2/acme/echo/blobs/" + layer.path("digest").asString();
        assertThat(head(caller, blob).headers().firstValueAsLong("Content-Length"))
                .hasValue(layer.path("size").asLong());
        HttpResponse<String> part = caller.send(blob, request -> request.GET().header("Range", "bytes=2-5"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValueAsLong("Content-Length")).hasValue(4);
    }

    @Test
    void theRegistryAnswersNobodyAndSaysWhatItDoesNotHave() {
        assertThat(callers.anybody().get("/v2/").statusCode()).isEqualTo(401);
        Caller caller = callers.tokenOf("puller", Role.VIEWER);

        assertThat(caller.get("/v2/").statusCode()).isEqualTo(200);
        HttpResponse<String> unknown = caller.get("/v2/acme/nothing/manifests/latest");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown).at("/errors/0/code").asString()).isEqualTo("NAME_UNKNOWN");
        assertThat(caller.get("/v2/acme/../../etc/passwd").statusCode()).isIn(400, 404);
    }

    @Test
    void aFailingTestIsShownOnThePageAndOnTheCommit() {
        CommitId commit = push("broken", "throw new AssertionError(\"not today\");");
        Caller browser = callers.browserOf("rosa", Role.DEVELOPER);
        JsonNode build = finished(callers.tokenOf("puller", Role.VIEWER), "acme/broken");

        String page = browser.get("/builds/" + build.path("id")).body();
        assertThat(page).contains("No image was made", "not today", "==&gt; test", "Build again");
        assertThat(browser.get("/repositories/acme/broken/builds").body()).contains("#" + build.path("id"));
        assertThat(browser.get("/builds/" + build.path("id") + "/log.txt").body())
                .contains("Running ApplicationTest");
        Awaitility.await()
                .until(() -> host.statuses(new RepositoryRef("acme", "broken"), commit).stream()
                        .anyMatch(status -> status.context().equals("slipway/build")
                                && status.state() == CommitStatus.State.FAILURE
                                && status.description().contains("not today")));
    }

    @Test
    void anotherCiRecordsItsBuildsOnceWithAScopedToken() {
        CommitId commit = push("elsewhere", "return;");
        Caller ci = callers.client(
                callers.token("ci", Set.of(Permission.RECORD_BUILD, Permission.VIEW), Role.PLATFORM_ENGINEER));
        String body = """
                {"repository": "acme/elsewhere", "commit": "%s", "builder": "jenkins",
                 "images": {"ghcr.io/acme/elsewhere": "sha256:%s"}, "details": {"run": "17"}}
                """.formatted(commit, "ab".repeat(32));

        JsonNode first = json(ci.post("/api/v1/builds", body));
        JsonNode second = json(ci.post("/api/v1/builds", body));

        assertThat(first.path("status").asString()).as(first.toString()).isEqualTo("SUCCEEDED");
        assertThat(first.path("branch").asString()).isEqualTo("main");
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(first.at("/provenance/isolation").asString()).isEqualTo("unknown");
        assertThat(callers.browserOf("rosa", Role.DEVELOPER)
                        .get(first.path("page").asString())
                        .body())
                .contains("<dd class=\"col-7\">unknown</dd>");
        assertThat(callers.tokenOf("reader", Role.VIEWER)
                        .post("/api/v1/builds", body)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void everythingThatIsWrongWithARecordIsToldAtOnce() {
        Caller ci = callers.tokenOf("ci", Role.PLATFORM_ENGINEER);

        HttpResponse<String> answer = ci.post(
                "/api/v1/builds",
                "{\"repository\": \"nothing\", \"commit\": \"main\", \"images\": {\"a/b\": \"latest\"}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer)
                        .path("problems")
                        .valueStream()
                        .map(problem -> problem.path("where").asString()))
                .containsExactly("repository", "commit", "builder", "images[a/b]");
    }

    private CommitId push(String name, String test) {
        RepositoryRef repository = new RepositoryRef("acme", name);
        host.create(repository, name, TEST);
        Map<String, String> files = Map.of(
                "src/main/java/Application.java",
                "public class Application { public static void main(String[] a) {} }",
                "src/test/java/ApplicationTest.java",
                "public class ApplicationTest { public static void main(String[] a) { " + test + " } }",
                "slipway.build.properties",
                "main-class=Application\n");
        List<FileChange> changes = files.entrySet().stream()
                .<FileChange>map(file -> new FileChange.Put(file.getKey(), FileContent.text(file.getValue())))
                .toList();
        PushOutcome outcome = git.push(
                repository, new BranchUpdate("main", null, null, List.of(new NewCommit(changes, "Begin", ROSA))));
        return ((PushOutcome.Pushed) outcome).commits().getLast();
    }

    private static JsonNode finished(Caller caller, String repository) {
        String path = "/api/v1/builds?repository=" + repository;
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> json(caller.get(path)).valueStream().anyMatch(BuildsIT::hasEnded));
        return json(caller.get(path)).path(0);
    }

    private static boolean hasEnded(JsonNode build) {
        return Set.of("SUCCEEDED", "FAILED").contains(build.path("status").asString());
    }

    private static HttpResponse<String> head(Caller caller, String path) {
        return caller.send(path, (HttpRequest.Builder request) -> request.method("HEAD", BodyPublishers.noBody()));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
