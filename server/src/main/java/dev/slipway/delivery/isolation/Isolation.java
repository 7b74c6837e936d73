package dev.slipway.delivery.isolation;

import dev.slipway.sandbox.IsolationReport;
import dev.slipway.sandbox.NamespaceCommand;
import dev.slipway.sandbox.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Runs workloads as isolated as this machine allows; what it allows is tried out once, when it is first asked for. */
@Component
public class Isolation implements IsolationReport {

    private final Path trials;

    /** Why namespaces do not work; empty when they do. */
    private @Nullable String refusal;

    /** @param wanted {@code auto}, or {@code none} to do without */
    public Isolation(
            @Value("${slipway.data}") Path data, @Value("${slipway.local-cluster.isolation:auto}") String wanted) {
        this.refusal = wanted.equals("none") ? "slipway.local-cluster.isolation is none" : null;
        this.trials = data.toAbsolutePath().normalize().resolve("cluster/trial");
    }

    @Override
    public String level() {
        return available() ? "user-namespace" : "none";
    }

    @Override
    public String explanation() {
        return available()
                ? "Workloads run in user, mount and process namespaces of their own: they see their image, their volumes and "
                        + "the machine's programs, neither Slipway's data nor other processes."
                : "Workloads run as processes of Slipway's own user and see what it sees, because namespaces are not available here: "
                        + refusal();
    }

    public boolean available() {
        return refusal().isEmpty();
    }

    /**
     * The command that runs another one confined so; its root directory is made for it. Reads an {@link EnvironmentScript} from
     * its standard input.
     */
    public static List<String> around(Confinement confinement, List<String> command) throws IOException {
        List<String> words = new ArrayList<>(EnvironmentScript.SHELL);
        words.addAll(command);
        return namespaces(confinement).running(words);
    }

    /** The command that runs another one beside a confined process, and reads its environment likewise. */
    public static List<String> beside(long process, List<String> command) {
        List<String> words = new ArrayList<>(EnvironmentScript.SHELL);
        words.addAll(command);
        return NamespaceCommand.joining(process, words);
    }

    private static NamespaceCommand namespaces(Confinement confinement) throws IOException {
        RootDirectory root = new RootDirectory(confinement);
        root.make();
        return new NamespaceCommand("slipway-workload")
                .line("mount --all --fstab %s", root.table())
                .line("cd %s", root.path())
                .line("pivot_root . .")
                .line("umount -l .")
                .line("cd %s", confinement.workingDirectory());
    }

    private synchronized String refusal() {
        String known = refusal;
        if (known == null) {
            known = triedOut();
            refusal = known;
        }
        return known;
    }

    private String triedOut() {
        try {
            Path directory = Files.createDirectories(trials);
            Path image = Files.createDirectories(directory.resolve("image"));
            Confinement confinement = new Confinement(directory, image, List.of(), true, Path.of("/"));
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            return Trial.refusal(
                    namespaces(confinement).running(List.of("test", "-x", java, "-a", "!", "-e", trials.toString())),
                    directory,
                    Map.of("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin"));
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
