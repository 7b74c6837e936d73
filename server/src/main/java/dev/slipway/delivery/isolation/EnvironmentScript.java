package dev.slipway.delivery.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A shell script that sets variables and becomes a command, to be read from standard input. What arranges the namespaces never
 * sees the workload's variables, of which {@code LD_PRELOAD} or {@code PATH} could change it; nor does any list of processes
 * show them. A script that was cut off is a syntax error and starts nothing.
 */
public final class EnvironmentScript {

    /** The shell that reads the script; the command follows. */
    static final List<String> SHELL = List.of("sh", "-s", "--");

    /** Some shells keep these for themselves. */
    private static final Set<String> OF_THE_SHELL = Set.of("UID", "EUID", "PPID", "BASHOPTS", "SHELLOPTS");

    private EnvironmentScript() {}

    public static String of(Map<String, String> environment) {
        StringBuilder script = new StringBuilder("{\n");
        List<String> others = new ArrayList<>();
        environment.forEach((name, value) -> {
            String assignment = name + "=" + quoted(value);
            if (name.matches("[A-Za-z_][A-Za-z0-9_]*") && !OF_THE_SHELL.contains(name)) {
                script.append("export ").append(assignment).append('\n');
            } else {
                others.add(quoted(name) + "=" + quoted(value));
            }
        });
        script.append("exec ");
        if (!others.isEmpty()) {
            script.append("env ").append(String.join(" ", others)).append(' ');
        }
        return script.append("\"$@\" </dev/null\n}\n").toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
