package dev.slipway.delivery.pods;

import dev.slipway.delivery.images.UnpackedImage;
import dev.slipway.delivery.isolation.Confinement;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.process.Launch;
import dev.slipway.delivery.process.Marks;
import dev.slipway.delivery.store.PodRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a container executes: the image's entrypoint and command, or the manifest's, which come first. */
final class ContainerCommand {

    private final PodRow pod;
    private final Manifest spec;
    private final boolean completes;
    private final PodMachinery machinery;

    /** @param completes whether it runs to its end, so that its exit code is kept */
    ContainerCommand(PodRow pod, Manifest spec, boolean completes, PodMachinery machinery) {
        this.pod = pod;
        this.spec = spec;
        this.completes = completes;
        this.machinery = machinery;
    }

    Launch launch(UnpackedImage image, ContainerEnvironment environment, int attempt) throws IOException {
        boolean confined = machinery.isolation.available();
        Path home = Files.createDirectories(machinery.home(pod.id()));
        List<String> command = words(image).stream().map(environment::expand).toList();
        if (command.isEmpty()) {
            throw new IOException("neither the image nor the manifest says what to execute");
        }
        if (!confined) {
            new PodVolumes(pod, machinery).requireNoneOfItsOwn(spec, machinery.isolation.explanation());
        }
        return new Launch(
                Marks.of(pod.id(), name(), attempt),
                confined ? command : inImage(command, image),
                variables(image, environment, confined ? "/tmp" : home.toString()),
                confined ? home : directory(image),
                confined ? confinement(image, environment) : null,
                completes ? exitFile(attempt) : null,
                machinery.logs.file(pod.id(), name()));
    }

    private Map<String, String> variables(UnpackedImage image, ContainerEnvironment environment, String home) {
        Map<String, String> base = machinery.launcher.base(home);
        Map<String, String> variables = new HashMap<>(base);
        variables.put("TMPDIR", home);
        variables.putAll(image.image().environment());
        variables.put("PATH", base.getOrDefault("PATH", ""));
        variables.putAll(environment.values());
        return variables;
    }

    private Confinement confinement(UnpackedImage image, ContainerEnvironment environment) throws IOException {
        Path directory = Files.createDirectories(
                machinery.directory(pod.id()).resolve("containers").resolve(name()));
        return new Confinement(
                directory,
                image.root(),
                new PodVolumes(pod, machinery).mounts(spec, environment),
                spec.flag("securityContext", "readOnlyRootFilesystem"),
                Path.of("/")
                        .resolve(spec.text("workingDir").orElse(image.image().workingDirectory()))
                        .normalize());
    }

    /** Kubernetes' rule: a command replaces entrypoint and command of the image, arguments replace its command. */
    private List<String> words(UnpackedImage image) {
        List<String> whole = new ArrayList<>();
        if (spec.has("command")) {
            whole.addAll(spec.texts("command"));
            whole.addAll(spec.texts("args"));
        } else {
            whole.addAll(image.image().entrypoint());
            whole.addAll(spec.has("args") ? spec.texts("args") : image.image().command());
        }
        return whole;
    }

    /** Where the image is no file system of its own, its programs are where it was unpacked. */
    private static List<String> inImage(List<String> command, UnpackedImage image) {
        List<String> whole = new ArrayList<>(command);
        if (whole.getFirst().startsWith("/")) {
            Path inImage = image.root().resolve(whole.getFirst().substring(1)).normalize();
            if (inImage.startsWith(image.root()) && Files.isExecutable(inImage)) {
                whole.set(0, inImage.toString());
            }
        }
        return whole;
    }

    private Path directory(UnpackedImage image) {
        return spec.text("workingDir")
                .map(directory ->
                        image.root().resolve(directory.replaceFirst("^/+", "")).normalize())
                .filter(directory -> directory.startsWith(image.root()) && Files.isDirectory(directory))
                .orElse(image.workingDirectory());
    }

    private String name() {
        return spec.text("name").orElse("container");
    }

    private Path exitFile(int attempt) {
        return machinery.directory(pod.id()).resolve(name() + "." + attempt + ".exit");
    }

    Optional<Integer> exitCode(int attempt) {
        try {
            Path file = exitFile(attempt);
            return Files.exists(file)
                    ? Optional.of(Integer.valueOf(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
