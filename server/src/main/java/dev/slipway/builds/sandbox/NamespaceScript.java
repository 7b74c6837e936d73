package dev.slipway.builds.sandbox;

import dev.slipway.builds.kind.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command that runs another one in user, mount and process namespaces of its own: what is not its business is hidden,
 * what it may only read cannot be written, and without any capability it cannot undo that.
 */
final class NamespaceScript {

    /** The shell's own files have lower numbers. */
    private static final int FIRST_FILE = 3;

    private static final List<String> WITHOUT_CAPABILITIES =
            List.of("setpriv", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all", "--ambient-caps=-all");

    private final List<String> arguments = new ArrayList<>();
    private final StringBuilder script = new StringBuilder("set -e\n");

    private NamespaceScript() {}

    static List<String> around(Command command, Path space, Path directory, Path data) {
        NamespaceScript script = new NamespaceScript();
        script.write(hidden(data), command.readable(), space, directory);
        List<String> whole = new ArrayList<>(List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "--pid",
                "--fork",
                "--kill-child",
                "--mount-proc",
                "sh",
                "-c",
                script.script.toString(),
                "slipway-build"));
        whole.addAll(script.arguments);
        whole.addAll(WITHOUT_CAPABILITIES);
        whole.addAll(command.words());
        return whole;
    }

    /** What is to be seen again is held open while what surrounds it is hidden. */
    private void write(List<Path> hidden, List<Path> readable, Path space, Path directory) {
        List<Path> shown = readable.stream()
                .filter(path -> hidden.stream().anyMatch(path::startsWith))
                .distinct()
                .toList();
        line("cd %s", space);
        for (int i = 0; i < shown.size(); i++) {
            line("exec " + (FIRST_FILE + i) + "<%s", shown.get(i));
        }
        hidden.forEach(path -> line("mount -t tmpfs -o mode=0755 tmpfs %s", path));
        line("mkdir -p %s", space);
        line("mount -c --bind . %s", space);
        for (int i = 0; i < shown.size(); i++) {
            int file = FIRST_FILE + i;
            line("mkdir -p %s", shown.get(i));
            line("mount -c --bind /proc/self/fd/" + file + " %s", shown.get(i));
            line("mount -o remount,bind,ro %s", shown.get(i));
            script.append("exec ").append(file).append("<&-\n");
        }
        line("cd %s", directory);
        script.append("shift ").append(arguments.size()).append("\nexec \"$@\"\n");
    }

    /** Paths are arguments of the script and no part of it: whatever is in their names, it is not executed. */
    private void line(String command, Path path) {
        arguments.add(path.toString());
        script.append(command.replace("%s", "\"${" + arguments.size() + "}\"")).append('\n');
    }

    /** Slipway's data, the home and the temporary files of who runs it; not what holds the JDK. */
    private static List<Path> hidden(Path data) {
        List<Path> hidden = new ArrayList<>();
        Path jdk = Path.of(System.getProperty("java.home")).toAbsolutePath();
        Stream.of(Path.of(System.getProperty("user.home")), Path.of("/tmp"), data)
                .map(path -> path.toAbsolutePath().normalize())
                .filter(path -> path.getNameCount() > 0 && Files.isDirectory(path) && !jdk.startsWith(path))
                .forEach(path -> {
                    if (hidden.stream().noneMatch(path::startsWith)) {
                        hidden.add(path);
                    }
                });
        return hidden;
    }
}
