package dev.slipway.scaffolder.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunLogLine;
import dev.slipway.scaffolder.store.LogStore;
import dev.slipway.support.TestDatabase;
import dev.slipway.ui.LiveUpdates;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class LogLinesIT {

    private static final DataSource DATABASE = TestDatabase.migrated().dataSource();

    private final RunId run = new RunId(UUID.randomUUID());
    private final AnnotationConfigApplicationContext server = new AnnotationConfigApplicationContext();

    @BeforeEach
    void start() {
        server.registerBean(JdbcClient.class, () -> JdbcClient.create(DATABASE));
        server.registerBean(Clock.class, Clock::systemUTC);
        server.registerBean(LiveUpdates.class, () -> topic -> {});
        server.register(Journals.class, CurrentLimits.class);
        server.scan("dev.slipway.scaffolder.store");
        server.refresh();
        JdbcClient.create(DATABASE).sql("""
                        insert into scaffolder_runs (id, template, title, commit, account, parameters, status, started_at, attempted_at)
                        values (?, 't', 't', 'c', 'ada', '{}', 'RUNNING', now(), now())
                        """).param(run.value()).update();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private LogStore log() {
        return server.getBean(LogStore.class);
    }

    private LogLines lines() {
        return new LogLines(run, server.getBean(Journals.class));
    }

    private List<String> written() {
        return log().after(run, 0).stream().map(RunLogLine::text).toList();
    }

    @Test
    void writesALineSoonWhateverFollows() {
        lines().add("build", "compiling");

        await().untilAsserted(() -> assertThat(written()).containsExactly("compiling"));
    }

    @Test
    void keepsTheOrderWhileSomebodyElseWritesToo() throws InterruptedException {
        Thread other =
                Thread.startVirtualThread(() -> IntStream.range(0, 50).forEach(i -> log().add(run, "", "other " + i)));
        try (LogLines lines = lines()) {
            IntStream.range(0, 2_000).forEach(i -> lines.add("build", "line " + i));
        }
        other.join();

        assertThat(written().stream().filter(line -> line.startsWith("line")))
                .containsExactlyElementsOf(
                        IntStream.range(0, 2_000).mapToObj(i -> "line " + i).toList());
        assertThat(log().after(run, 0))
                .extracting(RunLogLine::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 2_050).mapToObj(Long::valueOf).toList());
    }

    @Test
    void tellsWhenALineWasSaidAndCutsWhatIsTooLong() {
        try (LogLines lines = lines()) {
            lines.add("build", "a\0b");
            lines.add("build", "x".repeat(20_000));
        }

        assertThat(written().getFirst()).isEqualTo("ab");
        assertThat(written().getLast()).hasSizeLessThan(10_010).endsWith(" …");
        assertThat(log().after(run, 0).getFirst().at())
                .isBefore(log().after(run, 0).getLast().at().plusNanos(1));
    }
}
