package dev.slipway.launch;

import java.io.PrintStream;
import java.util.Locale;

/** Tells the person at the terminal what happens, a line per phase. */
final class Progress {

    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final long started;

    Progress(PrintStream out) {
        this.out = out;
        this.started = System.nanoTime();
    }

    /** A phase has ended; printed with the time since the start. */
    synchronized void done(String phase) {
        say(String.format(Locale.ROOT, "  ✓ %-58s %5.1f s", phase, (System.nanoTime() - started) / NANOS));
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
