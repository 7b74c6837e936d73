package dev.slipway.delivery.pods;

import dev.slipway.delivery.objects.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Writes a volume's files so that a change shows at once and wholly, as the kubelet does: each name is a link into {@code
 * ..data}, which is a link to the directory with the newest contents.
 */
final class VolumeFiles {

    private static final String NEWEST = "..data";

    private final Path volume;

    VolumeFiles(Path volume) {
        this.volume = volume;
    }

    void write(VolumeContents contents) throws IOException {
        Path fresh = volume.resolve("..v" + hash(contents));
        Path newest = volume.resolve(NEWEST);
        if (Files.isSymbolicLink(newest) && Files.readSymbolicLink(newest).equals(fresh.getFileName())) {
            return;
        }
        Files.createDirectories(volume);
        FileSystemUtils.deleteRecursively(fresh);
        Files.createDirectories(fresh);
        for (Map.Entry<String, byte[]> file : contents.files().entrySet()) {
            Path target = fresh.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
            Files.setPosixFilePermissions(target, permissions(contents.mode(file.getKey())));
        }
        Path draft = volume.resolve("..data.new");
        Files.deleteIfExists(draft);
        Files.createSymbolicLink(draft, fresh.getFileName());
        Files.move(draft, newest, StandardCopyOption.ATOMIC_MOVE);
        link(names(contents));
        removeAllBut(names(contents), fresh);
    }

    private void link(Set<String> names) throws IOException {
        for (String name : names) {
            Path link = volume.resolve(name);
            if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                Files.createSymbolicLink(link, Path.of(NEWEST, name));
            }
        }
    }

    private void removeAllBut(Set<String> names, Path fresh) throws IOException {
        Set<String> kept = new HashSet<>(names);
        kept.add(NEWEST);
        kept.add(String.valueOf(fresh.getFileName()));
        List<Path> all;
        try (Stream<Path> entries = Files.list(volume)) {
            all = entries.toList();
        }
        for (Path each : all) {
            if (!kept.contains(String.valueOf(each.getFileName()))) {
                FileSystemUtils.deleteRecursively(each);
            }
        }
    }

    private static Set<String> names(VolumeContents contents) {
        return contents.files().keySet().stream()
                .map(path -> path.split("/", -1)[0])
                .collect(Collectors.toSet());
    }

    private static String hash(VolumeContents contents) {
        Map<String, String> all = new TreeMap<>();
        contents.files()
                .forEach((path, bytes) -> all.put(
                        path, contents.mode(path) + " " + Base64.getEncoder().encodeToString(bytes)));
        return Json.hash(Json.write(all));
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> all = new HashSet<>();
        PosixFilePermission[] values = PosixFilePermission.values();
        for (int bit = 0; bit < values.length; bit++) {
            if ((mode & (0400 >> bit)) != 0) {
                all.add(values[bit]);
            }
        }
        return all;
    }
}
