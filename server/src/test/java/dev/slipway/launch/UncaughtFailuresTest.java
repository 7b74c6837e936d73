package dev.slipway.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class UncaughtFailuresTest {

    @Test
    void goToTheLogAndNotToTheTerminal(CapturedOutput output) throws InterruptedException {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        try {
            UncaughtFailures.log();
            Thread thread = new Thread(
                    () -> {
                        throw new IllegalStateException("no space");
                    },
                    "scheduler");
            thread.start();
            thread.join();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }

        assertThat(output.getErr()).doesNotContain("no space");
        assertThat(output.getOut()).contains("The thread \"scheduler\" ended.", "no space");
    }
}
