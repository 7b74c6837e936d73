package dev.slipway.delivery.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that processes write by themselves. */
class PodLogsTest {

    private static final Instant MORNING = Instant.parse("2026-03-04T06:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-03-04T18:00:00Z");
    private static final Map<String, String> PODS = Map.of("shop-1", "shop");

    @TempDir
    Path data;

    private PodLogs logs;

    @BeforeEach
    void make() {
        logs = new PodLogs(data);
    }

    @Test
    void tellsForEachLineWhenItWasSeen() throws Exception {
        write("one\ntwo\n", MORNING);
        assertThat(logs.grown(PODS)).containsExactly("shop");
        write("three\n", NOON);
        assertThat(logs.grown(PODS)).containsExactly("shop");
        write("four\nfi", EVENING);

        assertThat(logs.tail("shop-1", "app", 10))
                .containsExactly(
                        new WrittenLine(MORNING, "one"),
                        new WrittenLine(MORNING, "two"),
                        new WrittenLine(NOON, "three"),
                        new WrittenLine(EVENING, "four"),
                        new WrittenLine(EVENING, "fi"));
    }

    @Test
    void remembersTheTimesAfterARestart() throws Exception {
        write("one\n", MORNING);
        logs.grown(PODS);
        write("two\n", NOON);
        logs = new PodLogs(data);
        logs.grown(PODS);

        assertThat(logs.tail("shop-1", "app", 10)).extracting(WrittenLine::at).containsExactly(MORNING, NOON);
    }

    @Test
    void keepsTheTimesOfWhatWasShortened() throws Exception {
        write("x".repeat(5 << 20) + "\nlast\n", MORNING);
        logs.grown(PODS);
        logs.shorten();
        write("new\n", NOON);
        logs.grown(PODS);

        assertThat(logs.tail("shop-1", "app", 2))
                .containsExactly(new WrittenLine(MORNING, "last"), new WrittenLine(NOON, "new"));
        assertThat(Files.size(logs.file("shop-1", "app"))).isEqualTo(4);
    }

    @Test
    void tellsNothingNewWhereNothingWasWritten() throws Exception {
        write("one\n", MORNING);
        logs.grown(PODS);

        assertThat(logs.grown(PODS)).isEmpty();
    }

    private void write(String text, Instant at) throws IOException {
        Path file = logs.file("shop-1", "app");
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
