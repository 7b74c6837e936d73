package dev.slipway.launch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.status.OnErrorConsoleStatusListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LogTroubleTest {

    private static final Path FULL = Path.of("/dev/full");

    @Test
    void aFullDiskIsOneLineOnTheTerminalAndNoStackTrace(CapturedOutput output) {
        Assumptions.assumeTrue(Files.exists(FULL));
        LoggerContext logging = new LoggerContext();
        logging.setMDCAdapter(new LogbackMDCAdapter());
        OnErrorConsoleStatusListener springs = new OnErrorConsoleStatusListener();
        springs.setContext(logging);
        springs.start();
        logging.getStatusManager().add(springs);
        List<String> terminal = new ArrayList<>();

        LogTrouble.watch(logging, terminal::add, Clock.systemUTC());
        for (int i = 0; i < 3; i++) {
            append(logging);
        }

        assertThat(terminal).containsExactly("  Caution  The log cannot be written: No space left on device");
        assertThat(output.getAll()).doesNotContain("No space left", "\tat ");
    }

    private static void append(LoggerContext logging) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(logging);
        encoder.setPattern("%msg%n");
        encoder.start();
        FileAppender<ILoggingEvent> file = new FileAppender<>();
        file.setContext(logging);
        file.setFile(FULL.toString());
        file.setEncoder(encoder);
        file.start();
        logging.getLogger("any").addAppender(file);
        logging.getLogger("any").error("It failed.", new IllegalStateException("why"));
    }
}
