package dev.slipway.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.identity.Role;
import dev.slipway.kernel.CommitId;
import dev.slipway.operations.Examination;
import dev.slipway.operations.Finding;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Copies of repositories on another Git server. */
@GitTest
@TestPropertySource(
        properties = {
            "slipway.import.hosts=127.0.0.1",
            "slipway.mirrors.webhook-secret=between-us",
            "slipway.secrets.charts-key=sesame"
        })
class GitMirrorsIT {

    @Autowired
    private GitMirrors mirrors;

    @Autowired
    private GitContent git;

    @Autowired
    private List<Examination> examinations;

    @Autowired
    private Callers callers;

    @TempDir
    private Path directory;

    private RemoteGit remote;
    private GitCommandLine work;

    @BeforeEach
    void startTheOtherServer() {
        remote = new RemoteGit(directory);
        work = remote.checkout("charts");
        work.run("switch", "-q", "-C", "trunk");
        push("one\n");
        new GitCommandLine(directory.resolve("charts.git")).run("symbolic-ref", "HEAD", "refs/heads/trunk");
    }

    @AfterEach
    void stopTheOtherServer() {
        remote.close();
    }

    private void push(String text) {
        work.commit("Chart.yaml", text, "Change");
        work.run("push", "-q", "origin", "trunk");
    }

    private CommitId tip() {
        return new CommitId(work.run("rev-parse", "HEAD").strip());
    }

    private Mirror mirror() {
        return mirrors.of(remote.url("charts"), null);
    }

    private Mirror awaited(Predicate<Mirror> condition) {
        return await().until(this::mirror, condition);
    }

    private Optional<CommitId> head() {
        return git.resolve(mirror().repository(), "HEAD");
    }

    @Test
    void isFetchedBecauseSomebodyAsked() {
        assertThat(mirror().isReadable()).isFalse();
        Mirror mirror = awaited(Mirror::isReadable);
        assertThat(mirror.failure()).isNull();
        assertThat(git.resolve(mirror.repository(), "trunk")).contains(tip());
        assertThat(head()).contains(tip());
        assertThat(mirrors.of(remote.url("charts").replace(".git", "/"), null).repository())
                .isEqualTo(mirror.repository());
    }

    @Test
    void followsWhatIsPushedAndDeletedElsewhere() {
        work.run("push", "-q", "origin", "trunk:old");
        Mirror mirror = awaited(Mirror::isReadable);
        push("two\n");
        work.run("push", "-q", "origin", ":old");
        assertThat(mirrors.refresh(List.of(remote.url("charts")))).hasSize(1);
        await().untilAsserted(() -> assertThat(git.refs(mirror.repository()))
                .containsOnlyKeys("refs/heads/trunk")
                .containsEntry("refs/heads/trunk", tip()));
    }

    @Test
    void asksNoHostOfAPrivateNetworkThatNobodyVouchesFor() {
        String url = remote.url("charts").replace("127.0.0.1", "localhost");
        Mirror mirror = await().until(() -> mirrors.of(url, null), each -> each.failure() != null);
        assertThat(mirror.failure()).contains("private network");
        assertThat(mirror.isReadable()).isFalse();
    }

    @Test
    void saysWhichSecretIsMissing() {
        Mirror mirror =
                await().until(() -> mirrors.of(remote.url("charts"), "charts-token"), each -> each.failure() != null);
        assertThat(mirror.failure()).contains("\"charts-token\" is not set", "SLIPWAY_SECRETS_CHARTS_TOKEN");
    }

    @Test
    void showsTheTokenToAServerThatAsksForOne() {
        remote.openOnlyBy("sesame");
        Mirror mirror = await().until(() -> mirrors.of(remote.url("charts"), "charts-key"), Mirror::isReadable);
        assertThat(git.resolve(mirror.repository(), "trunk")).contains(tip());
        remote.openOnlyBy("another");
        mirrors.refresh(List.of(remote.url("charts")));
        Mirror refused =
                await().until(() -> mirrors.of(remote.url("charts"), "charts-key"), each -> each.failure() != null);
        assertThat(refused.failure()).contains("does not take the token").doesNotContain("sesame");
        assertThat(refused.isReadable()).isTrue();
    }

    @Test
    void showsTheTokenToNoServerThatItIsLedTo() throws IOException {
        remote.openOnlyBy("sesame");
        HttpServer leading = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        leading.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://" + remote.host() + exchange.getRequestURI());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        leading.start();
        try {
            String url = "http://127.0.0.1:" + leading.getAddress().getPort() + "/charts.git";
            Mirror mirror = await().until(() -> mirrors.of(url, "charts-key"), each -> each.failure() != null);
            assertThat(mirror.failure()).contains("led to another server", "not followed");
            assertThat(remote.credentials()).isEmpty();
        } finally {
            leading.stop(0);
        }
    }

    @Test
    void checkUpsNameThoseThatCannotBeFetched() {
        awaited(Mirror::isReadable);
        remote.openOnlyBy("another");
        mirrors.refresh(List.of(remote.url("charts")));
        awaited(each -> each.failure() != null);

        assertThat(examinations.stream().flatMap(each -> each.examine().stream()))
                .filteredOn(each -> each.subject().contains(remote.host()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.message()).contains("It is read as it was at", "asks for a sign-in");
                });
    }

    @Test
    void hearsOfPushesFromThoseWhoKnowTheSecret() throws GeneralSecurityException {
        awaited(Mirror::isReadable);
        push("three\n");
        String event = "{\"repository\": {\"clone_url\": \"" + remote.url("charts") + "\"}}";
        Caller stranger = callers.anybody();
        assertThat(stranger.post("/api/v1/hooks/push", event, Map.of("X-Hub-Signature-256", "sha256=00"))
                        .statusCode())
                .isEqualTo(403);
        var answer = stranger.post("/api/v1/hooks/push", event, Map.of("X-Hub-Signature-256", signature(event)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).contains("/charts");
        await().untilAsserted(() -> assertThat(head()).contains(tip()));
    }

    private static String signature(String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("between-us".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void areListedAndFetchedOnRequest() {
        awaited(Mirror::isReadable);
        Caller engineer = callers.tokenOf("mirror-engineer", Role.PLATFORM_ENGINEER);
        assertThat(engineer.get("/api/v1/mirrors").body()).contains(remote.host() + "/charts", "fetchedAt");
        assertThat(engineer.post("/api/v1/mirrors/refresh", "{\"url\": \"" + remote.url("charts") + "\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(engineer.post("/api/v1/mirrors/refresh", "{\"url\": \"https://example.org/none\"}")
                        .body())
                .contains("There is no mirror");
        assertThat(engineer.post("/api/v1/mirrors/refresh", "{}").body()).contains("The URL is missing");
        assertThat(callers.tokenOf("mirror-viewer", Role.VIEWER)
                        .post("/api/v1/mirrors/refresh", "{\"url\": \"" + remote.url("charts") + "\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(callers.browserOf("mirror-rosa", Role.PLATFORM_ENGINEER)
                        .get("/repositories/mirrors")
                        .body())
                .contains(remote.host() + "/charts", "Fetch now");
    }

    @Test
    void nobodyClonesThem() {
        Mirror mirror = awaited(Mirror::isReadable);
        Caller engineer = callers.tokenOf("mirror-cloner", Role.PLATFORM_ENGINEER);
        assertThat(engineer.get("/git/" + mirror.repository() + ".git/info/refs?service=git-upload-pack")
                        .statusCode())
                .isEqualTo(404);
    }
}
