package dev.slipway.builds.sandbox;

import dev.slipway.builds.kind.Command;
import dev.slipway.sandbox.NamespaceCommand;
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

    private NamespaceScript() {}

    /** What is to be seen again is held open while what surrounds it is hidden. */
    static List<String> around(Command command, Path space, Path directory, Path data) {
        List<Path> hidden = hidden(data);
        List<Path> shown = command.readable().stream()
                .filter(path -> hidden.stream().anyMatch(path::startsWith))
                .distinct()
                .toList();
        NamespaceCommand script = new NamespaceCommand("slipway-build");
        script.line("mount -t proc -o nosuid,nodev,noexec proc /proc");
        script.line("cd %s", space);
        for (int i = 0; i < shown.size(); i++) {
            script.line("exec " + (FIRST_FILE + i) + "<%s", shown.get(i));
        }
        hidden.forEach(path -> script.line("mount -t tmpfs -o mode=0755 tmpfs %s", path));
        script.line("mkdir -p %s", space);
        script.line("mount -c --bind . %s", space);
        for (int i = 0; i < shown.size(); i++) {
            showAgain(script, FIRST_FILE + i, shown.get(i));
        }
        return script.line("cd %s", directory).running(command.words());
    }

    private static void showAgain(NamespaceCommand script, int file, Path path) {
        script.line("mkdir -p %s", path)
                .line("mount -c --bind /proc/self/fd/" + file + " %s", path)
                .line("mount -o remount,bind,ro %s", path)
                .line("exec " + file + "<&-");
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
