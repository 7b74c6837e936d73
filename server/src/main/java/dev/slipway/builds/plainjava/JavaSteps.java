package dev.slipway.builds.plainjava;

import dev.slipway.builds.kind.BuildFailure;
import dev.slipway.builds.kind.CommandResult;
import dev.slipway.builds.kind.Workbench;
import dev.slipway.documents.tree.TreeEntry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The steps of one build of plain Java. */
final class JavaSteps {

    private static final String MAIN = "src/main/java";
    private static final String TEST = "src/test/java";

    private final Workbench workbench;
    private final Path classes;
    private final Path testClasses;
    private final Path application;

    JavaSteps(Workbench workbench) {
        this.workbench = workbench;
        this.classes = workbench.output().resolve("classes");
        this.testClasses = workbench.output().resolve("test-classes");
        this.application = workbench.output().resolve("app");
    }

    Path application() {
        return application;
    }

    void compile() throws IOException, BuildFailure, InterruptedException {
        BuildFile.read(workbench.sources());
        compile(MAIN, classes, List.of());
    }

    /** Compiles the tests and runs each of their classes that ends in Test and can be run. */
    void test() throws IOException, BuildFailure, InterruptedException {
        compile(TEST, testClasses, List.of(classes));
        List<String> tests = MainClasses.in(testClasses).stream()
                .filter(name -> name.endsWith("Test"))
                .toList();
        if (tests.isEmpty()) {
            workbench.log("No class that ends in Test has a main method: nothing to run.");
        }
        for (String test : tests) {
            workbench.log("Running " + test);
            CommandResult result =
                    workbench.run(java(classPath(testClasses, classes, resources("test"), resources("main")), test));
            if (!result.succeeded()) {
                throw new BuildFailure(
                        test + " exited with " + result.exitCode() + FirstError.ofProgram(result.output()));
            }
        }
    }

    void createJar() throws IOException, BuildFailure {
        String mainClass = mainClass();
        Files.createDirectories(application);
        Jar.write(application.resolve("app.jar"), mainClass, List.of(classes, resources("main")));
        workbench.log("app.jar starts " + mainClass);
    }

    private void compile(String root, Path target, List<Path> classPath)
            throws IOException, BuildFailure, InterruptedException {
        List<String> sources = workbench.sources().walk(root).stream()
                .map(TreeEntry::path)
                .filter(path -> path.endsWith(".java"))
                .toList();
        if (sources.isEmpty()) {
            throw new BuildFailure("There is no Java file in " + root + ".");
        }
        Files.createDirectories(target);
        CommandResult result = workbench.run(javac(target, classPath, sources));
        if (!result.succeeded()) {
            throw new BuildFailure("javac exited with " + result.exitCode() + FirstError.ofCompiler(result.output()));
        }
        workbench.log(sources.size() + (sources.size() == 1 ? " file" : " files") + " compiled");
    }

    private List<String> javac(Path target, List<Path> classPath, List<String> sources) throws IOException {
        Path list = workbench.temporary().resolve("sources");
        Files.write(
                list,
                sources.stream()
                        .map(source -> "\"" + source.replace("\\", "\\\\") + "\"")
                        .toList());
        List<String> command = new ArrayList<>(List.of(
                tool("javac"),
                "-J-Xmx512m",
                "-J-XX:+UseSerialGC",
                "-J-XX:TieredStopAtLevel=1",
                "-J-Djava.io.tmpdir=" + workbench.temporary(),
                "-encoding",
                "UTF-8",
                "-proc:none",
                "-g",
                "-d",
                target.toString()));
        if (!classPath.isEmpty()) {
            command.addAll(List.of("-classpath", classPath(classPath.toArray(Path[]::new))));
        }
        command.add("@" + list);
        return command;
    }

    private List<String> java(String classPath, String mainClass) {
        return List.of(
                tool("java"),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-ea",
                "-Djava.io.tmpdir=" + workbench.temporary(),
                "-classpath",
                classPath,
                mainClass);
    }

    private String mainClass() throws IOException, BuildFailure {
        String configured = BuildFile.read(workbench.sources()).mainClass();
        List<String> found = MainClasses.in(classes);
        if (configured != null) {
            return found.stream()
                    .filter(configured::equals)
                    .findFirst()
                    .orElseThrow(() -> new BuildFailure(BuildFile.NAME + ": there is no class \"" + configured
                            + "\" with public static void main(String[]). Found: " + list(found) + "."));
        }
        if (found.size() != 1) {
            throw new BuildFailure("Which class starts the application? Found: " + list(found) + ". Say it in "
                    + BuildFile.NAME + ": main-class=….");
        }
        return found.getFirst();
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private Path resources(String part) {
        return workbench.checkout().resolve("src").resolve(part).resolve("resources");
    }

    private static String classPath(Path... parts) {
        return Arrays.stream(parts).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
