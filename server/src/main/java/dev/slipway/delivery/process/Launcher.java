package dev.slipway.delivery.process;

import dev.slipway.builds.HostPrograms;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Starts processes that outlive Slipway: in a session of their own, so that Ctrl-C in Slipway's terminal does not reach
 * them, and with their output in files that the operating system writes.
 */
@Component
public class Launcher {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Path data;
    private final Path java;

    public Launcher(@Value("${slipway.data}") Path data) {
        this.data = data.toAbsolutePath().normalize();
        this.java = Path.of(System.getProperty("java.home")).toAbsolutePath();
    }

    public RunningProcess start(Launch launch) throws IOException {
        Files.createDirectories(launch.home());
        ProcessBuilder builder = new ProcessBuilder(command(launch.command()))
                .directory(launch.directory().toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(launch.output().toFile()));
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        builder.environment().putAll(own(launch));
        return RunningProcess.started(builder.start());
    }

    /** What every process gets before its own environment: nothing of Slipway's. */
    public Map<String, String> base(Path home) {
        return Map.of(
                "PATH", java.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin",
                "JAVA_HOME", java.toString(),
                "HOME", home.toString(),
                "TMPDIR", home.toString(),
                "LANG", "C.UTF-8");
    }

    private Map<String, String> own(Launch launch) {
        return Map.of(Marks.POD, launch.mark(), Marks.CLUSTER, data.toString());
    }

    private List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            whole.add(SETSID.toString());
        }
        whole.add(program(command.getFirst()));
        whole.addAll(command.subList(1, command.size()));
        return whole;
    }

    /** The image's {@code java} is the JDK that Slipway runs on, its {@code node} the machine's. */
    private String program(String name) {
        return switch (name.substring(name.lastIndexOf('/') + 1)) {
            case "java" -> java.resolve("bin/java").toString();
            case "node" -> Path.of(name).isAbsolute() && Files.isExecutable(Path.of(name)) ? name : node(name);
            default -> name;
        };
    }

    private static String node(String name) {
        return HostPrograms.find("node").map(Path::toString).orElse(name);
    }
}
