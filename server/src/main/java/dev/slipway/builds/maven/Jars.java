package dev.slipway.builds.maven;

import dev.slipway.builds.kind.BuildFailure;
import dev.slipway.builds.kind.CommandResult;
import dev.slipway.builds.kind.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Finds the jar that Maven made and that can be started. One of Spring Boot's is taken apart into layers (its own tool in
 * the jar does that), so that an image shares its dependencies with the one before.
 */
final class Jars {

    /** In the order in which they change: what changes least comes first. */
    private static final List<String> LAYERS =
            List.of("dependencies", "spring-boot-loader", "snapshot-dependencies", "application");

    private static final String TOOLS = "BOOT-INF/lib/spring-boot-jarmode-tools";

    private final Workbench workbench;
    private final List<Path> layers = new ArrayList<>();

    Jars(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Directories whose files come together in one. */
    List<Path> layers() {
        return layers;
    }

    void collect() throws IOException, BuildFailure, InterruptedException {
        Path jar = runnable();
        workbench.log("The application is " + jar.getFileName());
        if (hasTools(jar)) {
            extract(jar);
        } else {
            Path application = Files.createDirectories(workbench.output().resolve("app"));
            Files.copy(jar, application.resolve("app.jar"));
            layers.add(application);
        }
    }

    private Path runnable() throws IOException, BuildFailure {
        List<Path> found = new ArrayList<>();
        for (Path jar : jars(workbench.checkout().resolve("target"))) {
            if (mainClass(jar).isPresent()) {
                found.add(jar);
            }
        }
        if (found.size() != 1) {
            throw new BuildFailure("Expected one jar in target/ that \"java -jar\" starts; found "
                    + (found.isEmpty() ? "none" : String.join(", ", names(found)))
                    + ". Make one with spring-boot-maven-plugin, or a Main-Class in the manifest.");
        }
        return found.getFirst();
    }

    private static List<String> names(List<Path> jars) {
        return jars.stream().map(jar -> jar.getFileName().toString()).toList();
    }

    private static List<Path> jars(Path target) throws IOException {
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<String> mainClass(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            return manifest == null
                    ? Optional.empty()
                    : Optional.ofNullable(manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS));
        }
    }

    private static boolean hasTools(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().anyMatch(entry -> entry.getName().startsWith(TOOLS));
        }
    }

    private void extract(Path jar) throws IOException, BuildFailure, InterruptedException {
        Path output = workbench.output().resolve("layers");
        CommandResult result = workbench.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--layers",
                "--destination",
                output.toString()));
        Path application = output.resolve("application").resolve(jar.getFileName());
        if (!result.succeeded() || !workbench.holds(application)) {
            throw new BuildFailure("\"" + jar.getFileName() + "\" could not be taken apart into layers.");
        }
        Files.move(application, application.resolveSibling("app.jar"));
        LAYERS.stream().map(output::resolve).filter(Files::isDirectory).forEach(layers::add);
    }
}
