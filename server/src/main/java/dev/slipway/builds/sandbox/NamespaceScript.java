package dev.slipway.builds.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command that runs another one in user, mount and process namespaces of its own, with what is not its business hidden. */
final class NamespaceScript {

    /** Arguments: how many paths to hide, these paths, the space, the working directory, the command. */
    private static final String SCRIPT = """
            set -e
            count=$1; shift
            space=$(eval "printf %s \\"\\${$((count + 1))}\\"")
            cd "$space"
            while [ "$count" -gt 0 ]; do
              mount -t tmpfs -o mode=0755 tmpfs "$1"; shift; count=$((count - 1))
            done
            mkdir -p "$space"
            mount -c --bind . "$space"
            shift
            cd "$1"; shift
            exec "$@"
            """;

    private NamespaceScript() {}

    static List<String> around(List<String> command, Path space, Path directory, Path data) {
        List<Path> hidden = hidden(data);
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
                SCRIPT,
                "slipway-build",
                String.valueOf(hidden.size())));
        hidden.forEach(path -> whole.add(path.toString()));
        whole.add(space.toString());
        whole.add(directory.toString());
        whole.addAll(command);
        return whole;
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
