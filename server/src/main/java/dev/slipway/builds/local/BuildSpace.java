package dev.slipway.builds.local;

import dev.slipway.builds.kind.BuildFailure;
import dev.slipway.builds.kind.Command;
import dev.slipway.builds.kind.CommandResult;
import dev.slipway.builds.kind.Workbench;
import dev.slipway.builds.sandbox.Sandbox;
import dev.slipway.builds.sandbox.SandboxedCommand;
import dev.slipway.builds.store.BuildLog;
import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.documents.tree.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** The workbench of one build: directories below its space, commands in the sandbox, all within one time limit. */
final class BuildSpace implements Workbench {

    private static final int KEPT_LINES = 250;

    private final Path space;
    private final boolean trusted;
    private final BuildSteps steps;
    private final BuildLog log;
    private final LogNews news;
    private final Sandbox sandbox;
    private final Consumer<ProcessHandle> started;
    private final Duration limit;
    private final Clock clock;
    private final Instant end;

    BuildSpace(
            Path space,
            boolean trusted,
            BuildSteps steps,
            BuildLog log,
            LogNews news,
            Sandbox sandbox,
            Consumer<ProcessHandle> started,
            Duration limit,
            Clock clock)
            throws IOException {
        this.space = space;
        this.trusted = trusted;
        this.steps = steps;
        this.log = log;
        this.news = news;
        this.sandbox = sandbox;
        this.started = started;
        this.limit = limit;
        this.clock = clock;
        this.end = clock.instant().plus(limit);
        for (String directory : List.of("work", "output", "tmp", "home")) {
            Files.createDirectories(space.resolve(directory));
        }
    }

    @Override
    public FileTree sources() {
        return new DirectoryTree(checkout());
    }

    @Override
    public Path checkout() {
        return space.resolve("work");
    }

    @Override
    public Path output() {
        return space.resolve("output");
    }

    @Override
    public Path temporary() {
        return space.resolve("tmp");
    }

    @Override
    public Path home() {
        return space.resolve("home");
    }

    @Override
    public boolean holds(Path path) throws IOException {
        return Files.exists(path) && path.toRealPath().startsWith(space.toRealPath());
    }

    @Override
    public boolean trusted() {
        return trusted;
    }

    @Override
    public void log(String line) {
        log.line(line);
        news.grown();
    }

    @Override
    public void step(String name, Work work) throws IOException, BuildFailure, InterruptedException {
        steps.step(name, work);
    }

    @Override
    public CommandResult run(Command command) throws IOException, BuildFailure, InterruptedException {
        List<String> first = new ArrayList<>();
        Deque<String> last = new ArrayDeque<>();
        SandboxedCommand sandboxed = new SandboxedCommand(command, space, checkout(), started, line -> {
            log(line);
            keep(line, first, last);
        });
        Duration left = Duration.between(clock.instant(), end);
        OptionalInt exit = sandboxed.run(sandbox, left.isNegative() ? Duration.ZERO : left);
        if (exit.isEmpty()) {
            throw new BuildFailure("the build took longer than " + limit.toSeconds() + " s and was stopped.");
        }
        first.addAll(last);
        return new CommandResult(exit.getAsInt(), first);
    }

    private static void keep(String line, List<String> first, Deque<String> last) {
        if (first.size() < KEPT_LINES) {
            first.add(line);
            return;
        }
        last.addLast(line);
        if (last.size() > KEPT_LINES) {
            last.removeFirst();
        }
    }
}
