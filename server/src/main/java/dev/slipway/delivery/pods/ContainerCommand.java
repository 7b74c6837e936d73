package dev.slipway.delivery.pods;

import dev.slipway.delivery.images.UnpackedImage;
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

    /** Keeps the exit code of what runs to completion, also when nobody waits for it. */
    private static final String KEEP_EXIT_CODE =
            "file=$1; shift; \"$@\"; code=$?; echo $code > \"$file.new\"; mv \"$file.new\" \"$file\"; exit $code";

    private final PodRow pod;
    private final Manifest spec;
    private final PodMachinery machinery;

    ContainerCommand(PodRow pod, Manifest spec, PodMachinery machinery) {
        this.pod = pod;
        this.spec = spec;
        this.machinery = machinery;
    }

    Launch launch(UnpackedImage image, ContainerEnvironment environment, Map<Integer, Integer> ports, int attempt)
            throws IOException {
        Path home = machinery.home(pod.id());
        Map<String, String> variables = new HashMap<>(machinery.launcher.base(home));
        variables.putAll(image.image().environment());
        variables.put("PATH", machinery.launcher.base(home).getOrDefault("PATH", ""));
        variables.putAll(environment.values());
        variables.putAll(PodPorts.variables(spec, ports));
        List<String> command = command(image).stream().map(environment::expand).toList();
        if (command.isEmpty()) {
            throw new IOException("neither the image nor the manifest says what to execute");
        }
        return new Launch(
                Marks.of(pod.id(), spec.text("name").orElse("container"), attempt),
                pod.ownerKind().equals("Job") ? keepingExitCode(command, attempt) : command,
                variables,
                directory(image),
                home,
                machinery.logs.file(pod.id(), spec.text("name").orElse("container")));
    }

    /** Kubernetes' rule: a command replaces entrypoint and command of the image, arguments replace its command. */
    private List<String> command(UnpackedImage image) {
        List<String> whole = new ArrayList<>();
        if (spec.has("command")) {
            whole.addAll(spec.texts("command"));
            whole.addAll(spec.texts("args"));
        } else {
            whole.addAll(image.image().entrypoint());
            whole.addAll(spec.has("args") ? spec.texts("args") : image.image().command());
        }
        if (!whole.isEmpty() && whole.getFirst().startsWith("/")) {
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

    private List<String> keepingExitCode(List<String> command, int attempt) {
        List<String> whole = new ArrayList<>(List.of(
                "/bin/sh", "-c", KEEP_EXIT_CODE, "job", exitFile(attempt).toString()));
        whole.addAll(command);
        return whole;
    }

    private Path exitFile(int attempt) {
        return machinery.home(pod.id()).resolve(spec.text("name").orElse("container") + "." + attempt + ".exit");
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
