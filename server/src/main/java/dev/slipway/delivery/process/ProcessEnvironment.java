package dev.slipway.delivery.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The variables that a process was started with. */
final class ProcessEnvironment {

    private ProcessEnvironment() {}

    /** Empty where the operating system does not tell, or the process has ended. */
    static Map<String, String> of(long pid) {
        Map<String, String> environment = new HashMap<>();
        try {
            byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "environ"));
            for (String entry : new String(bytes, StandardCharsets.UTF_8).split("\0", -1)) {
                int equals = entry.indexOf('=');
                if (equals > 0) {
                    environment.putIfAbsent(entry.substring(0, equals), entry.substring(equals + 1));
                }
            }
        } catch (IOException _) {
            // It has ended, or this is no Linux.
        }
        return environment;
    }
}
