package dev.slipway.delivery.pods;

import dev.slipway.delivery.isolation.Mount;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.store.PodRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pod's volumes: directories of its own, some of which the cluster fills, and where its containers see them. */
final class PodVolumes {

    private static final Duration CARE = Duration.ofMinutes(1);

    private final PodRow pod;
    private final PodMachinery machinery;
    private final Path directory;
    private @Nullable LiveObjects filledFrom;
    private Instant filledAt = Instant.MIN;

    PodVolumes(PodRow pod, PodMachinery machinery) {
        this.pod = pod;
        this.machinery = machinery;
        this.directory = machinery.directory(pod.id()).resolve("volumes");
    }

    /** Writes what the cluster fills; what is missing for that, when nothing was written. */
    List<String> fill(LiveObjects objects) {
        ConfigurationData data = new ConfigurationData(pod, objects, machinery.secrets);
        List<String> missing = new ArrayList<>();
        Map<String, VolumeContents> all = new LinkedHashMap<>();
        for (Manifest volume : filled()) {
            VolumeContents contents = new VolumeContents(volume, data);
            missing.addAll(contents.missing());
            all.put(volume.text("name").orElse(""), contents);
        }
        if (missing.isEmpty()) {
            all.forEach((name, contents) -> write(name, contents, missing));
        }
        return missing;
    }

    private void write(String name, VolumeContents contents, List<String> problems) {
        try {
            new VolumeFiles(directory.resolve(requireName(name))).write(contents);
        } catch (IOException e) {
            problems.add("volume \"" + name + "\" cannot be written: " + e.getMessage());
        }
    }

    /** Running containers see what has changed, as on Kubernetes after a while; what is missing now stays as it was. */
    @SuppressWarnings("ReferenceEquality") // another reading of the objects is another object
    void refresh(Instant now, LiveObjects objects) {
        boolean due = objects != filledFrom || filledAt.plus(CARE).isBefore(now);
        if (due && Files.isDirectory(directory)) {
            filledFrom = objects;
            filledAt = now;
            var _ = fill(objects);
        }
    }

    private List<Manifest> filled() {
        return pod.template().items("spec", "volumes").stream()
                .filter(volume -> !volume.has("emptyDir"))
                .toList();
    }

    /** @throws IOException when the container asks for what is not there */
    List<Mount> mounts(Manifest container, ContainerEnvironment environment) throws IOException {
        List<Mount> mounts = new ArrayList<>();
        for (Manifest mount : container.items("volumeMounts")) {
            Manifest volume = volume(mount);
            Path source = Files.createDirectories(
                    directory.resolve(requireName(volume.text("name").orElse(""))));
            Path target = Path.of("/").resolve(mount.text("mountPath").orElse(""));
            boolean filled = !volume.has("emptyDir");
            mounts.add(new Mount(part(source, mount, filled, environment), target, filled || mount.flag("readOnly")));
        }
        return mounts;
    }

    /**
     * Where containers are not isolated, they see this machine's own files, among which nothing can be mounted.
     *
     * @throws IOException when the container needs files that the cluster fills
     */
    void requireNoneOfItsOwn(Manifest container, String why) throws IOException {
        for (Manifest mount : container.items("volumeMounts")) {
            if (!volume(mount).has("emptyDir")) {
                throw new IOException("volume \"" + mount.text("name").orElse("") + "\" cannot be mounted at \""
                        + mount.text("mountPath").orElse("")
                        + "\": a process that is not isolated sees this machine's own files; use env or envFrom instead, or allow"
                        + " user namespaces. " + why);
            }
        }
    }

    private Manifest volume(Manifest mount) throws IOException {
        String name = mount.text("name").orElse("");
        return pod.template().items("spec", "volumes").stream()
                .filter(each -> each.text("name").filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow(() ->
                        new IOException("volumeMounts names the volume \"" + name + "\", which the pod does not have"));
    }

    private static String requireName(String name) throws IOException {
        if (!name.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?")) {
            throw new IOException("\"" + name + "\" is no name of a volume");
        }
        return name;
    }

    /** A {@code subPath} is the container's word, and other containers may have put links there: it must not lead out. */
    private static Path part(Path volume, Manifest mount, boolean filled, ContainerEnvironment environment)
            throws IOException {
        Optional<String> subPath = mount.text("subPath")
                .or(() -> mount.text("subPathExpr").map(environment::expand))
                .filter(path -> !path.isEmpty());
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
        if (existing.equals(part)) {
            return part.toRealPath();
        }
        if (filled) {
            throw new IOException(
                    "the volume \"" + mount.text("name").orElse("") + "\" has no \"" + subPath.get() + "\"");
        }
        return Files.createDirectories(part);
    }
}
