package dev.slipway.delivery.isolation;

import dev.slipway.builds.HostPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The part of this machine that workloads run on: its programs and libraries, and those of its settings that programs read.
 * Everything else, such as homes, {@code /var}, {@code /etc/shadow} or disks, is not there.
 */
final class HostRuntime {

    private static final List<String> SYSTEM = List.of("usr", "bin", "sbin", "lib", "lib32", "lib64", "libx32", "nix");
    private static final List<String> SETTINGS = List.of(
            "hosts",
            "host.conf",
            "resolv.conf",
            "nsswitch.conf",
            "gai.conf",
            "services",
            "protocols",
            "passwd",
            "group",
            "localtime",
            "timezone",
            "mime.types",
            "os-release",
            "ld.so.cache");
    private static final List<String> SETTING_DIRECTORIES =
            List.of("alternatives", "ssl/certs", "pki", "crypto-policies", "ca-certificates", "fonts");
    private static final int BIN_AND_PREFIX = 2;

    private HostRuntime() {}

    /** Directories below the root, and links in place of them. */
    static List<Path> system() {
        return existing(Path.of("/"), SYSTEM);
    }

    /** Small files, to be copied: they are replaced, not written to, when they change. */
    static List<Path> settings() {
        return existing(Path.of("/etc"), SETTINGS).stream()
                .filter(Files::isRegularFile)
                .toList();
    }

    static List<Path> settingDirectories() {
        List<Path> all = new ArrayList<>(existing(Path.of("/etc"), SETTING_DIRECTORIES));
        try (var javas = Files.newDirectoryStream(Path.of("/etc"), "java*")) {
            javas.forEach(all::add);
        } catch (java.io.IOException _) {
            // Such a machine keeps no settings of Java there.
        }
        return all.stream().filter(Files::isDirectory).toList();
    }

    /** Where the JDK and Node.js are when they are not among the system's own. */
    static List<Path> programs() {
        Stream<Path> node = HostPrograms.find("node")
                .filter(program -> program.getNameCount() > BIN_AND_PREFIX)
                .map(program -> program.resolve("../..").normalize())
                .stream();
        return Stream.concat(Stream.of(Path.of(System.getProperty("java.home")).toAbsolutePath()), node)
                .filter(path -> system().stream().noneMatch(path::startsWith))
                .distinct()
                .toList();
    }

    private static List<Path> existing(Path directory, List<String> names) {
        return names.stream().map(directory::resolve).filter(Files::exists).toList();
    }
}
