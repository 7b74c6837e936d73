package dev.slipway.delivery.process;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Marks in the environment of each process that the local cluster starts. On Linux they find a process that was started just
 * before a crash, and what its pod started and left behind.
 */
public final class Marks {

    public static final String POD = "SLIPWAY_POD";
    static final String CLUSTER = "SLIPWAY_CLUSTER";

    private Marks() {}

    public static String of(String pod, String container, int attempt) {
        return pod + "/" + container + "/" + attempt;
    }

    /** The processes of this data directory, by their mark; of several with one mark, all. */
    public static Map<String, List<RunningProcess>> find(Path data) {
        Map<String, List<RunningProcess>> found = new HashMap<>();
        ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .sorted()
                .forEach(pid -> mark(pid, data)
                        .ifPresent(mark -> RunningProcess.find(pid)
                                .ifPresent(process -> found.computeIfAbsent(mark, first -> new java.util.ArrayList<>())
                                        .add(process))));
        return found;
    }

    private static Optional<String> mark(long pid, Path data) {
        Map<String, String> environment = ProcessEnvironment.of(pid);
        return data.toString().equals(environment.get(CLUSTER))
                ? Optional.ofNullable(environment.get(POD))
                : Optional.empty();
    }
}
