package dev.slipway.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ends processes with all that they started, and recognises them after a restart. */
public final class ProcessTrees {

    private static final int MOST_ROUNDS = 50;

    private ProcessTrees() {}

    /** When the process started, in milliseconds: with its number this names one process for good. */
    public static long startedMillis(ProcessHandle process) {
        return process.info().startInstant().map(start -> start.toEpochMilli()).orElse(0L);
    }

    /** The process with this number, if it still is the one that started then. */
    public static Optional<ProcessHandle> find(long pid, long startedMillis) {
        return ProcessHandle.of(pid).filter(process -> startedMillis(process) == startedMillis);
    }

    public static void end(ProcessHandle root) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<ProcessHandle> alive = Stream.concat(root.descendants(), Stream.of(root))
                    .filter(ProcessHandle::isAlive)
                    .toList();
            if (alive.isEmpty()) {
                return;
            }
            alive.forEach(ProcessHandle::destroyForcibly);
            alive.forEach(process -> process.onExit()
                    .completeOnTimeout(process, 1, java.util.concurrent.TimeUnit.SECONDS)
                    .join());
        }
    }

    /** Ends what was left behind outside of a tree: on Linux its environment tells, which has this variable. */
    public static void endMarked(String variable, String value) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<ProcessHandle> marked = ProcessHandle.allProcesses()
                    .filter(process ->
                            process.pid() != ProcessHandle.current().pid() && isMarked(process, variable + "=" + value))
                    .toList();
            if (marked.isEmpty()) {
                return;
            }
            marked.forEach(ProcessTrees::end);
        }
    }

    private static boolean isMarked(ProcessHandle process, String mark) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"));
            String text = "\0" + new String(environment, StandardCharsets.ISO_8859_1);
            return text.contains("\0" + mark + "\0");
        } catch (IOException _) {
            return false;
        }
    }
}
