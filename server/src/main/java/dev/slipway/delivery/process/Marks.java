package dev.slipway.delivery.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
        try {
            byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "environ"));
            List<String> environment = List.of(new String(bytes, StandardCharsets.UTF_8).split("\0", -1));
            return environment.contains(CLUSTER + "=" + data)
                    ? environment.stream()
                            .filter(each -> each.startsWith(POD + "="))
                            .map(each -> each.substring(POD.length() + 1))
                            .findFirst()
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
