package dev.slipway.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.git.content.Repositories;
import dev.slipway.git.embedded.PushRecorder;
import dev.slipway.git.imports.ImportsFor;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Histories from another Git server over HTTP. */
@GitTest
class GitImportsIT {

    private static final Actor ROSA = new Actor.Person("rosa");

    @Autowired
    private GitHost host;

    @Autowired
    private GitContent git;

    @Autowired
    private Repositories repositories;

    @Autowired
    private PushRecorder pushes;

    @TempDir
    private Path directory;

    private final RepositoryRef repository =
            new RepositoryRef("acme", "i-" + UUID.randomUUID().toString().substring(0, 8));
    private RemoteGit remote;
    private GitImports imports;

    @BeforeEach
    void startTheOtherServer() {
        remote = new RemoteGit(directory);
        imports = ImportsFor.host(repositories, pushes, remote.host(), 10_000_000);
        host.create(repository, "", ROSA);
    }

    @AfterEach
    void stopTheOtherServer() {
        remote.close();
    }

    private GitCommandLine billing(String branch) {
        GitCommandLine work = remote.checkout("billing");
        work.run("switch", "-q", "-C", branch);
        work.commit("README.md", "one\n", "Begin");
        work.run("tag", "-a", "v1.0.0", "-m", "First");
        work.run("branch", "feature/prices");
        work.run("push", "-q", "origin", "--all");
        work.run("push", "-q", "origin", "--tags");
        return work;
    }

    @Test
    void bringsAllBranchesAndTagsOnceTheyArePublished() {
        GitCommandLine work = billing("main");
        List<String> progress = new ArrayList<>();

        RemoteHistory history = imports.fetch(remote.url("billing"), repository, progress::add);

        assertThat(history).isEqualTo(new RemoteHistory("main", 2, 1));
        assertThat(git.refs(repository)).isEmpty();
        imports.publish(repository, "main", ROSA);
        imports.publish(repository, "main", ROSA);
        assertThat(git.refs(repository))
                .containsOnlyKeys("refs/heads/main", "refs/heads/feature/prices", "refs/tags/v1.0.0");
        assertThat(git.resolve(repository, "main").orElseThrow().value()).isEqualTo(work.head());
        assertThat(host.accountsBehind(
                        repository, List.of(git.resolve(repository, "main").orElseThrow())))
                .containsExactly("rosa");
    }

    @Test
    void callsTheOthersDefaultBranchMain() {
        billing("master");
        new GitCommandLine(directory.resolve("billing.git")).run("symbolic-ref", "HEAD", "refs/heads/master");

        RemoteHistory history = imports.fetch(remote.url("billing"), repository, _ -> {});

        assertThat(history.defaultBranch()).isEqualTo("master");
        assertThat(imports.fetched(repository, "master")).containsKey("refs/heads/main");
        imports.publish(repository, "master", ROSA);
        assertThat(git.refs(repository)).containsKey("refs/heads/main").doesNotContainKey("refs/heads/master");
    }

    @Test
    void asksWithoutFetching() {
        billing("main");

        assertThat(imports.look(remote.url("billing")).branches()).isEqualTo(2);
        assertThat(imports.fetched(repository, "main")).isEmpty();
    }

    @Test
    void refusesAnEmptyRepositoryAndOneThatIsNotThere() {
        remote.create("empty");

        refused(ProblemCode.REFUSED, () -> imports.look(remote.url("empty")), "has no branch");
        refused(ProblemCode.REFUSED, () -> imports.look(remote.url("nothing")), "no Git repository");
    }

    @Test
    void asksNoHostOfThisMachineUnlessItIsAllowed() {
        billing("main");
        GitImports careful = ImportsFor.host(repositories, pushes, "git.example.org", 10_000_000);

        refused(ProblemCode.REFUSED, () -> careful.look(remote.url("billing")), "private network");
        String byName = remote.url("billing").replace("127.0.0.1", "localhost");
        refused(ProblemCode.REFUSED, () -> careful.fetch(byName, repository, _ -> {}), "private network");
    }

    @Test
    void endsWhatIsLargerThanAllowed() {
        GitCommandLine work = billing("main");
        work.commit("noise.txt", noise(), "Add noise");
        work.run("push", "-q", "origin", "main");
        GitImports small = ImportsFor.host(repositories, pushes, remote.host(), 100_000);

        refused(ProblemCode.LIMITED, () -> small.fetch(remote.url("billing"), repository, _ -> {}), "larger than");
        assertThat(git.refs(repository)).isEmpty();
    }

    private static String noise() {
        StringBuilder text = new StringBuilder();
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 40_000; i++) {
            text.append(Long.toString(random.nextLong(), 36)).append('\n');
        }
        return text.toString();
    }

    @Test
    void followsNoRedirectToAnotherHost() throws IOException {
        billing("main");
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            remote.url("billing").replace("127.0.0.1", "localhost")
                                    + "/info/refs?service=git-upload-pack");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        elsewhere.start();
        String address = "127.0.0.1:" + elsewhere.getAddress().getPort();

        try {
            refused(
                    ProblemCode.REFUSED,
                    () -> ImportsFor.host(repositories, pushes, address, 10_000_000)
                            .look("http://" + address + "/billing.git"),
                    "led to another host");
        } finally {
            elsewhere.stop(0);
        }
    }

    private static void refused(
            ProblemCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String words) {
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .withMessageContaining(words);
    }
}
