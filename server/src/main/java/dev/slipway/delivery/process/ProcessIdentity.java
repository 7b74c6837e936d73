package dev.slipway.delivery.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells a process from a later one with the same number, also after a restart of the machine. */
final class ProcessIdentity {

    private static final int STATE = 0;
    private static final int START_TICKS = 19;

    private ProcessIdentity() {}

    /** Empty when the process is gone, or has ended and waits for its parent to notice. */
    static Optional<String> of(long pid) {
        Optional<List<String>> stat = stat(pid);
        if (stat.isPresent()) {
            return stat.filter(fields -> !List.of("Z", "X").contains(fields.get(STATE)))
                    .map(fields -> boot() + ":" + fields.get(START_TICKS));
        }
        if (Files.isDirectory(Path.of("/proc/self"))) {
            return Optional.empty();
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .map(start -> "ms:" + start.toEpochMilli());
    }

    /** The fields behind the program's name, which may hold blanks and parentheses (proc(5)). */
    private static Optional<List<String>> stat(long pid) {
        try {
            String text = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            return Optional.of(List.of(text.substring(text.lastIndexOf(')') + 2).split(" ", -1)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static String boot() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException _) {
            return "boot";
        }
    }
}
