package dev.slipway.builds.maven;

import dev.slipway.builds.HostPrograms;
import dev.slipway.builds.kind.BuildFailure;
import dev.slipway.builds.kind.Command;
import dev.slipway.builds.kind.CommandResult;
import dev.slipway.builds.kind.Workbench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The steps of one build with Maven. */
final class MavenSteps {

    private static final Pattern VERSION = Pattern.compile("Apache Maven (\\d[\\w.-]*)");
    private static final String WRAPPER = "mvnw";
    private static final String ADVICE =
            "Add the wrapper to the repository (mvn wrapper:wrapper) and let this machine reach "
                    + "its distributionUrl, or install Maven 3.9 where Slipway runs.";

    private final Workbench workbench;
    private final Downloads downloads;
    private final Jars jars;
    private List<String> maven = List.of();
    private List<Path> readable = List.of();
    private String version = "";

    MavenSteps(Workbench workbench, Downloads downloads) {
        this.workbench = workbench;
        this.downloads = downloads;
        this.jars = new Jars(workbench);
    }

    List<Path> layers() {
        return jars.layers();
    }

    String version() {
        return version;
    }

    /** The wrapper's Maven, which the repository asks for; where it cannot be had, the machine's. */
    void chooseMaven() throws IOException, BuildFailure, InterruptedException {
        downloads.linkDistributions();
        Optional<Path> installed = HostPrograms.find("mvn");
        boolean wrapper = workbench.sources().isFile(WRAPPER);
        if (wrapper && works(List.of("sh", "./" + WRAPPER), List.of())) {
            return;
        }
        if (installed.isEmpty()) {
            throw new BuildFailure((wrapper
                            ? "The Maven wrapper could not download its Maven, and there is no other on this machine. "
                            : "There is neither a Maven wrapper (mvnw) in the repository nor a Maven on this machine. ")
                    + ADVICE);
        }
        Path program = installed.get();
        if (wrapper) {
            workbench.log("The Maven wrapper could not download its Maven: this machine's is used.");
        }
        if (!works(List.of(program.toString()), List.of(program.resolve("../..").normalize()))) {
            throw new BuildFailure("\"" + program + "\" does not work. " + ADVICE);
        }
    }

    private boolean works(List<String> command, List<Path> directories)
            throws IOException, BuildFailure, InterruptedException {
        maven = command;
        readable = directories;
        CommandResult result = run("--version");
        Optional<String> found = result.output().stream()
                .map(VERSION::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
        version = found.orElse("");
        return result.succeeded() && found.isPresent();
    }

    void verify() throws IOException, BuildFailure, InterruptedException {
        if (version.matches("3\\.[0-8]\\..*")) {
            workbench.log(
                    "Maven " + version + " cannot read the shared cache, 3.9 can: everything is downloaded anew.");
        }
        CommandResult result = run(
                "-Dmaven.repo.local=" + downloads.repository(),
                "-Dmaven.repo.local.tail=" + downloads.shared(),
                "-Dmaven.repo.local.tail.ignoreAvailability=true",
                "-Daether.dependencyCollector.impl=bf",
                "-Daether.dependencyCollector.bf.threads=16",
                "-Daether.connector.basic.threads=16",
                "verify");
        if (!result.succeeded()) {
            throw new BuildFailure("mvn verify exited with " + result.exitCode()
                    + MavenFailure.in(result.output(), workbench.checkout()));
        }
    }

    void collect() throws IOException, BuildFailure, InterruptedException {
        jars.collect();
    }

    private CommandResult run(String... arguments) throws IOException, BuildFailure, InterruptedException {
        List<String> words = new ArrayList<>(maven);
        words.addAll(List.of("--batch-mode", "--no-transfer-progress", "-Dstyle.color=never"));
        words.addAll(List.of(arguments));
        Map<String, String> environment = Map.of(
                "MAVEN_OPTS",
                "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Duser.home=" + workbench.home()
                        + " -Djava.io.tmpdir=" + workbench.temporary());
        List<Path> directories = new ArrayList<>(readable);
        directories.addAll(downloads.directories());
        return workbench.run(new Command(words, environment, directories));
    }
}
