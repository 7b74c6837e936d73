package dev.slipway.builds.nodejs;

import dev.slipway.builds.kind.BuildFailure;
import dev.slipway.builds.kind.Command;
import dev.slipway.builds.kind.CommandResult;
import dev.slipway.builds.kind.Workbench;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The steps of one build of a Node project. */
final class NodeSteps {

    /** What is not of the application when {@code files} does not say what is. */
    private static final Set<String> ELSEWHERE = Set.of("deploy", "docs", "test", "tests", "node_modules", "target");

    private final Workbench workbench;
    private final PackageFile file;
    private final Path node;
    private final Path application;
    private String version = "";

    NodeSteps(Workbench workbench, PackageFile file, Path node) {
        this.workbench = workbench;
        this.file = file;
        this.node = node;
        this.application = workbench.output().resolve("app");
    }

    Path application() {
        return application;
    }

    String version() {
        return version;
    }

    /** The machine's Node is new enough, and what starts the application is there. */
    void check() throws IOException, BuildFailure, InterruptedException {
        CommandResult result = run("--version");
        version = result.output().stream().findFirst().orElse("").strip();
        int major = version.matches("v\\d+\\..*") ? Integer.parseInt(version.substring(1, version.indexOf('.'))) : 0;
        if (!result.succeeded() || major < file.leastNode()) {
            throw new BuildFailure("This machine has Node " + version + ", and " + PackageFile.NAME + " needs "
                    + file.leastNode() + " or newer.");
        }
        String main = file.command().getLast();
        if (!workbench.sources().isFile(main.replaceFirst("^\\./", ""))) {
            throw new BuildFailure(
                    PackageFile.NAME + ": the script \"start\" runs \"" + main + "\", which does not exist.");
        }
    }

    void test() throws IOException, BuildFailure, InterruptedException {
        CommandResult result = run("--test", "--test-reporter=spec");
        if (!result.succeeded()) {
            throw new BuildFailure("node --test exited with " + result.exitCode() + firstFailure(result.output()));
        }
    }

    private static String firstFailure(List<String> output) {
        return output.stream()
                .map(String::strip)
                .filter(line -> line.startsWith("✖ ") && !line.startsWith("✖ failing tests"))
                .findFirst()
                .map(line -> ": " + line.substring(2))
                .orElse("");
    }

    /** Copies what becomes the image. */
    void collect() throws IOException, BuildFailure {
        FileTree sources = workbench.sources();
        copy(sources, PackageFile.NAME);
        for (String part : parts(sources)) {
            for (String path : files(sources, part)) {
                copy(sources, path);
            }
        }
        if (!Files.isRegularFile(application.resolve(file.command().getLast()))) {
            throw new BuildFailure(PackageFile.NAME + ": \"files\" leaves out \""
                    + file.command().getLast() + "\", which the script \"start\" runs.");
        }
        workbench.log("The image starts with: " + String.join(" ", file.command()));
    }

    private static List<String> files(FileTree sources, String part) throws BuildFailure {
        if (sources.isFile(part)) {
            return List.of(part);
        }
        if (!sources.isDirectory(part)) {
            throw new BuildFailure(
                    PackageFile.NAME + ": \"files\" names \"" + part + "\", which is no file or folder.");
        }
        return sources.walk(part).stream().map(TreeEntry::path).toList();
    }

    private List<String> parts(FileTree sources) {
        return file.files().isEmpty()
                ? sources.list("").stream()
                        .filter(entry -> entry.isFile() || entry.mode() == FileMode.DIRECTORY)
                        .map(TreeEntry::path)
                        .filter(path -> !ELSEWHERE.contains(path) && !path.startsWith("."))
                        .toList()
                : file.files();
    }

    /** Links are left out: what they lead to is copied where it stands. */
    private void copy(FileTree sources, String path) throws IOException {
        if (sources.entry(path).filter(TreeEntry::isFile).isPresent()) {
            Path target = application.resolve(path);
            Files.createDirectories(target.getParent());
            Files.write(target, sources.read(path));
        }
    }

    private CommandResult run(String... words) throws IOException, BuildFailure, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of(node.toString()), Stream.of(words)).toList();
        return workbench.run(Command.of(command).reading(installation()));
    }

    /** What holds {@code bin/node}. */
    private Path installation() {
        return node.resolve("../..").normalize();
    }
}
