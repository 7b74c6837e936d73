package dev.slipway.builds.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.builds.Build;
import dev.slipway.builds.BuildStatus;
import dev.slipway.builds.store.RecordedProcess;
import dev.slipway.sandbox.ProcessTrees;
import dev.slipway.support.TestDatabase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slipway is killed while a commit's tests run: the tests have told so by calling here. */
class KilledBuildTest {

    @TempDir
    private Path data;

    @Test
    void theNextStartEndsWhatWasLeftAndBuildsTheCommitOnce() throws Exception {
        TestDatabase database = TestDatabase.migrated();
        try (ServerSocket meeting = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String body = "new java.net.Socket(\"127.0.0.1\", " + meeting.getLocalPort() + ").getInputStream().read();";
            Process slipway = start(database, body);
            try (Socket _ = meeting.accept()) {
                slipway.destroyForcibly().waitFor();
                Builder next = new Builder(database.dataSource(), data, Duration.ofMinutes(2));
                next.push(Sources.withTest(body));
                Build interrupted = next.newest();
                List<RecordedProcess> left = next.queue.processes(interrupted.id());

                next.local.reconcile();

                assertThat(interrupted.status()).isEqualTo(BuildStatus.RUNNING);
                assertThat(left).isNotEmpty().allSatisfy(KilledBuildTest::hasEnded);
                meeting.accept().close();
                assertThat(next.finish().status()).isEqualTo(BuildStatus.SUCCEEDED);
                assertThat(next.rows.of(Builder.REPOSITORY, 10)).hasSize(1);
                assertThat(next.directories.space(interrupted.id())).doesNotExist();
            }
        }
    }

    private static void hasEnded(RecordedProcess process) {
        assertThat(ProcessTrees.find(process.pid(), process.startedMillis())).isEmpty();
    }

    private Process start(TestDatabase database, String body) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        KilledBuilder.class.getName(),
                        database.url(),
                        data.toString(),
                        body)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
