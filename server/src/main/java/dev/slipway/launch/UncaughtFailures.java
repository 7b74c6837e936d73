package dev.slipway.launch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failures that end a thread go to the log; Java on its own writes their stack traces to the terminal. */
final class UncaughtFailures implements Thread.UncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UncaughtFailures.class);

    static void log() {
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtFailures());
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        LOG.error("The thread \"{}\" ended.", thread.getName(), failure);
    }
}
