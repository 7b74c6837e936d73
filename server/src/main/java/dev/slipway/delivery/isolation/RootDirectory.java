package dev.slipway.delivery.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/** Makes the directory that becomes a container's root: empty places, and the table of what is mounted there. */
final class RootDirectory {

    private static final List<String> DEVICES = List.of("null", "zero", "full", "random", "urandom");

    private final Confinement confinement;
    private final Path root;
    private final MountTable table = new MountTable();
    private final Set<Path> mounted = new HashSet<>();

    RootDirectory(Confinement confinement) {
        this.confinement = confinement;
        this.root = confinement.directory().resolve("root");
    }

    Path path() {
        return root;
    }

    Path table() {
        return confinement.directory().resolve("mounts");
    }

    /** Whatever an earlier start left is removed first. */
    void make() throws IOException {
        FileSystemUtils.deleteRecursively(root);
        Files.createDirectories(root);
        table.bind(root, root, confinement.readOnlyRoot());
        addSystem();
        addDevices();
        addTemporary();
        for (Mount volume : confinement.volumes()) {
            mount(volume);
        }
        addImage(confinement.image(), root);
        Files.writeString(table(), table.text());
    }

    private void addSystem() throws IOException {
        for (Path directory : HostRuntime.system()) {
            Path target = in(directory);
            if (Files.isSymbolicLink(directory)) {
                Files.createSymbolicLink(target, Files.readSymbolicLink(directory));
            } else {
                Files.createDirectories(target);
                table.bindTree(directory, target);
            }
            mounted.add(target);
        }
        Files.createDirectories(root.resolve("etc"));
        for (Path file : HostRuntime.settings()) {
            Files.copy(file, in(file));
        }
        for (Path directory : HostRuntime.settingDirectories()) {
            mount(new Mount(directory, directory, true));
        }
        for (Path directory : HostRuntime.programs()) {
            mount(new Mount(directory.toRealPath(), directory, true));
        }
        Path processes = Files.createDirectories(root.resolve("proc"));
        table.special("proc", processes, "nosuid,nodev,noexec");
        mounted.add(processes);
    }

    private void addDevices() throws IOException {
        Path devices = Files.createDirectories(root.resolve("dev"));
        for (String device : DEVICES) {
            Path file = Files.createFile(devices.resolve(device));
            table.bind(Path.of("/dev", device), file, false);
        }
        Files.createSymbolicLink(devices.resolve("fd"), Path.of("/proc/self/fd"));
        Files.createSymbolicLink(devices.resolve("stdin"), Path.of("/proc/self/fd/0"));
        Files.createSymbolicLink(devices.resolve("stdout"), Path.of("/proc/self/fd/1"));
        Files.createSymbolicLink(devices.resolve("stderr"), Path.of("/proc/self/fd/2"));
        table.special("tmpfs", Files.createDirectory(devices.resolve("shm")), "nosuid,nodev,mode=1777,size=64m");
        mounted.add(devices);
    }

    private void addTemporary() throws IOException {
        Path temporary = Files.createDirectories(root.resolve("tmp"));
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    /** @throws IOException when something that the machine gives is in the way */
    private void mount(Mount mount) throws IOException {
        Path target = in(mount.target());
        for (Path above = target.getParent(); above != null && above.startsWith(root); above = above.getParent()) {
            if (mounted.contains(above)) {
                throw new IOException("\"" + mount.target() + "\" cannot be mounted: \"/" + root.relativize(above)
                        + "\" is not the container's own; choose another mountPath");
            }
        }
        makePlace(mount.source(), target);
        table.bind(mount.source(), target, mount.readOnly());
        mounted.add(target);
    }

    private static void makePlace(Path source, Path target) throws IOException {
        if (Files.isDirectory(source)) {
            Files.createDirectories(target);
        } else if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(target.getParent());
            Files.createFile(target);
        }
    }

    /** What nothing else has the place of; where something is mounted further below, each entry by itself. */
    private void addImage(Path from, Path to) throws IOException {
        try (var entries = Files.newDirectoryStream(from)) {
            for (Path entry : entries) {
                Path target = to.resolve(String.valueOf(entry.getFileName()));
                if (mounted.contains(target)) {
                    continue;
                }
                if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                        addImage(entry, target);
                    }
                } else if (Files.isSymbolicLink(entry)) {
                    Files.deleteIfExists(target);
                    Files.createSymbolicLink(target, Files.readSymbolicLink(entry));
                } else {
                    makePlace(entry, target);
                    table.bind(entry, target, true);
                }
            }
        }
    }

    private Path in(Path path) {
        return root.resolve(Path.of("/").relativize(path).toString()).normalize();
    }
}
