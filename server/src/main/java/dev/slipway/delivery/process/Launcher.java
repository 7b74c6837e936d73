package dev.slipway.delivery.process;

import dev.slipway.builds.HostPrograms;
import dev.slipway.delivery.isolation.Confinement;
import dev.slipway.delivery.isolation.EnvironmentScript;
import dev.slipway.delivery.isolation.Isolation;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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

    private static final String KEEP_EXIT_CODE =
            "file=$1; shift; \"$@\"; code=$?; echo $code > \"$file.new\"; mv \"$file.new\" \"$file\"; exit $code";

    private final Path data;
    private final Path java;

    public Launcher(@Value("${slipway.data}") Path data) {
        this.data = data.toAbsolutePath().normalize();
        this.java = Path.of(System.getProperty("java.home")).toAbsolutePath();
    }

    public RunningProcess start(Launch launch) throws IOException {
        Confinement confinement = launch.confinement();
        return confinement == null ? startOpen(launch) : startConfined(launch, confinement);
    }

    private RunningProcess startOpen(Launch launch) throws IOException {
        ProcessBuilder builder = builder(launch, command(launch));
        builder.environment().putAll(launch.environment());
        builder.environment().putAll(marks(launch));
        builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        return RunningProcess.started(builder.start());
    }

    private RunningProcess startConfined(Launch launch, Confinement confinement) throws IOException {
        ProcessBuilder builder = builder(launch, Isolation.around(confinement, command(launch)));
        builder.environment().putAll(base("/"));
        builder.environment().putAll(marks(launch));
        Process process = builder.start();
        RunningProcess started = RunningProcess.started(process);
        try (OutputStream input = process.getOutputStream()) {
            input.write(EnvironmentScript.of(launch.environment()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // It has ended already, which is seen by whoever looks at it.
        }
        return started;
    }

    private static ProcessBuilder builder(Launch launch, List<String> command) {
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            whole.add(SETSID.toString());
        }
        Path exitCode = launch.exitCode();
        if (exitCode != null) {
            whole.addAll(List.of("/bin/sh", "-c", KEEP_EXIT_CODE, "job", exitCode.toString()));
        }
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .directory(launch.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(launch.output().toFile()));
        builder.environment().clear();
        return builder;
    }

    /** What every process gets before its own environment: nothing of Slipway's. */
    public Map<String, String> base(String home) {
        Map<String, String> base = new HashMap<>();
        base.put("PATH", java.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin");
        base.put("JAVA_HOME", java.toString());
        base.put("HOME", home);
        base.put("LANG", "C.UTF-8");
        return base;
    }

    private Map<String, String> marks(Launch launch) {
        return Map.of(Marks.POD, launch.mark(), Marks.CLUSTER, data.toString());
    }

    private List<String> command(Launch launch) {
        List<String> whole = new ArrayList<>(launch.command());
        whole.set(0, program(whole.getFirst()));
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
