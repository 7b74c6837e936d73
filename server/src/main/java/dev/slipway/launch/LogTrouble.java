package dev.slipway.launch;

import ch.qos.logback.core.Context;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import ch.qos.logback.core.status.StatusManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says in a line, and not again for a while, that the log cannot be written; Logback would print a stack trace for each line of it. */
final class LogTrouble implements StatusListener {

    private static final Duration SILENCE = Duration.ofMinutes(10);

    private final Consumer<String> terminal;
    private final Clock clock;
    private @Nullable Instant last;

    private LogTrouble(Consumer<String> terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    /** In place of all who listened before. */
    static void watch(Context logging, Consumer<String> terminal, Clock clock) {
        StatusManager statuses = logging.getStatusManager();
        List.copyOf(statuses.getCopyOfStatusListenerList()).forEach(statuses::remove);
        statuses.add(new LogTrouble(terminal, clock));
    }

    @Override
    public synchronized void addStatusEvent(Status status) {
        Instant now = clock.instant();
        boolean silent = last != null && now.isBefore(last.plus(SILENCE));
        if (status.getEffectiveLevel() < Status.ERROR || silent) {
            return;
        }
        last = now;
        Throwable cause = status.getThrowable();
        terminal.accept("  Caution  The log cannot be written: "
                + (cause == null || cause.getMessage() == null ? status.getMessage() : cause.getMessage()));
    }

    @Override
    public boolean isResetResistant() {
        return true;
    }
}
