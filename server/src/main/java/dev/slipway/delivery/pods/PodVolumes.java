package dev.slipway.delivery.pods;

import dev.slipway.delivery.isolation.Mount;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.store.PodRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A pod's volumes, as directories of its own, and where its containers see them. */
final class PodVolumes {

    private final PodRow pod;
    private final Path directory;

    PodVolumes(PodRow pod, Path podDirectory) {
        this.pod = pod;
        this.directory = podDirectory.resolve("volumes");
    }

    /** @throws IOException when the container asks for what is not there */
    List<Mount> mounts(Manifest container) throws IOException {
        List<Mount> mounts = new ArrayList<>();
        for (Manifest mount : container.items("volumeMounts")) {
            Path source = Files.createDirectories(directory.resolve(volume(mount)));
            Path target = Path.of("/").resolve(mount.text("mountPath").orElse(""));
            mounts.add(new Mount(part(source, mount), target, mount.flag("readOnly")));
        }
        return mounts;
    }

    private String volume(Manifest mount) throws IOException {
        String name = mount.text("name").orElse("");
        Optional<Manifest> volume = pod.template().items("spec", "volumes").stream()
                .filter(each -> each.text("name").filter(name::equals).isPresent())
                .findFirst();
        if (volume.isEmpty() || !name.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?")) {
            throw new IOException("volumeMounts names the volume \"" + name + "\", which the pod does not have");
        }
        return name;
    }

    /** A {@code subPath} is the container's word, and other containers may have put links there: it must not lead out. */
    private static Path part(Path volume, Manifest mount) throws IOException {
        Optional<String> subPath = mount.text("subPath").filter(path -> !path.isEmpty());
        if (subPath.isEmpty()) {
            return volume;
        }
        Path part = volume.resolve(subPath.get()).normalize();
        Path existing = part;
        while (existing.startsWith(volume) && !Files.exists(existing)) {
            existing = existing.resolve("..").normalize();
        }
        if (!existing.startsWith(volume) || !existing.toRealPath().startsWith(volume.toRealPath())) {
            throw new IOException("the subPath \"" + subPath.get() + "\" leads out of the volume");
        }
        if (!existing.equals(part)) {
            Files.createDirectories(part);
        }
        return part;
    }
}
