package dev.slipway.delivery.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first process of a process namespace: the workload itself, where it is isolated. Linux tells in {@code /proc} (proc(5)). */
final class NamespaceInit {

    private static final long SIGTERM = 1L << 14;

    private final ProcessHandle process;
    private final Map<String, String> status;

    private NamespaceInit(ProcessHandle process) {
        this.process = process;
        this.status = status(process.pid());
    }

    /** The outermost one among the descendants. */
    static Optional<NamespaceInit> below(ProcessHandle root) {
        return root.descendants()
                .map(NamespaceInit::new)
                .filter(each ->
                        each.numbers().size() > 1 && each.numbers().getLast().equals("1"))
                .min(Comparator.comparingInt(each -> each.numbers().size()));
    }

    long pid() {
        return process.pid();
    }

    /**
     * The kernel keeps SIGTERM from such a process unless it has a handler; outside of a namespace it would end at once. So it
     * is ended at once here, too: also one that has not come so far as to have its handler.
     */
    void terminate() {
        if (has("SigCgt")) {
            process.destroy();
        } else if (!has("SigIgn")) {
            process.destroyForcibly();
        }
    }

    private boolean has(String signals) {
        return (Long.parseUnsignedLong(status.getOrDefault(signals, "0"), 16) & SIGTERM) != 0;
    }

    private List<String> numbers() {
        return List.of(status.getOrDefault("NSpid", "").split("\\s+", -1));
    }

    private static Map<String, String> status(long pid) {
        Map<String, String> fields = new HashMap<>();
        try {
            for (String line : Files.readString(
                            Path.of("/proc", Long.toString(pid), "status"), StandardCharsets.ISO_8859_1)
                    .split("\n", -1)) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    fields.put(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                }
            }
        } catch (IOException _) {
            // It has ended.
        }
        return fields;
    }
}
