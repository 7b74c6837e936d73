package dev.slipway.builds.local;

import dev.slipway.builds.Build;
import dev.slipway.builds.images.ImageNames;
import dev.slipway.builds.kind.BuildFailure;
import dev.slipway.builds.kind.BuildKind;
import dev.slipway.builds.sandbox.Environments;
import dev.slipway.builds.sandbox.Sandbox;
import dev.slipway.builds.store.BuildDirectories;
import dev.slipway.builds.store.BuildLog;
import dev.slipway.builds.store.BuildLogs;
import dev.slipway.builds.store.QueueRows;
import dev.slipway.builds.store.StepRows;
import dev.slipway.git.GitContent;
import dev.slipway.sandbox.ProcessTrees;
import dev.slipway.ui.LiveUpdates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs a build from its first state to its last, and leaves nothing of it but images, log and rows. */
@Component
public class LocalRunner {

    private static final Logger LOG = LoggerFactory.getLogger(LocalRunner.class);

    private final BuildStates states;
    private final QueueRows rows;
    private final StepRows steps;
    private final BuildLogs logs;
    private final BuildDirectories directories;
    private final Sandbox sandbox;
    private final GitContent git;
    private final TrustedCommits trusted;
    private final List<BuildKind> kinds;
    private final ImageAssembly assembly;
    private final ImageNames names;
    private final LocalBuildProperties properties;
    private final LiveUpdates live;
    private final Clock clock;

    public LocalRunner(
            BuildStates states,
            QueueRows rows,
            StepRows steps,
            BuildLogs logs,
            BuildDirectories directories,
            Sandbox sandbox,
            GitContent git,
            TrustedCommits trusted,
            List<BuildKind> kinds,
            ImageAssembly assembly,
            ImageNames names,
            LocalBuildProperties properties,
            LiveUpdates live,
            Clock clock) {
        this.states = states;
        this.rows = rows;
        this.steps = steps;
        this.logs = logs;
        this.directories = directories;
        this.sandbox = sandbox;
        this.git = git;
        this.trusted = trusted;
        this.kinds = kinds;
        this.assembly = assembly;
        this.names = names;
        this.properties = properties;
        this.live = live;
        this.clock = clock;
    }

    /** @throws InterruptedException when it is stopped from outside; the row is left to who stopped it */
    void run(Build build) throws InterruptedException {
        if (!states.start(build)) {
            return;
        }
        try (BuildLog log = logs.open(build.id())) {
            attempt(build, log);
        } catch (IOException | RuntimeException e) {
            LOG.error("Build {} of {} broke off.", build.id(), build.repository(), e);
            states.fail(build, "Slipway could not run the build: " + e.getMessage());
        } finally {
            clear(build);
        }
    }

    private void attempt(Build build, BuildLog log) throws IOException, InterruptedException {
        BuildRun run = new BuildRun(
                build, git, kinds, assembly, names.of(build.repository().name()));
        Path scratch = Files.createTempDirectory(Files.createDirectories(directories.cache()), "image");
        try {
            BuildRun.Result result = run.run(workbench(build, log), scratch);
            states.succeed(build, result.images(), run.provenance(result, sandbox.level()));
        } catch (BuildFailure e) {
            log.line(e.getMessage());
            states.fail(build, e.getMessage());
        } finally {
            Files.deleteIfExists(scratch.resolve("image.tar"));
            Files.deleteIfExists(scratch);
        }
    }

    private BuildSpace workbench(Build build, BuildLog log) throws IOException {
        return new BuildSpace(
                directories.freshSpace(build.id()),
                trusted.contain(build),
                new BuildSteps(build.id(), steps, log, live, clock),
                log,
                new LogNews(build.id(), live, clock),
                sandbox,
                process -> rows.processStarted(build.id(), process.pid(), ProcessTrees.startedMillis(process)),
                properties.timeLimit(),
                clock);
    }

    /** Ends what is left of a build, also of one whose Slipway was killed, and removes its files. */
    void clear(Build build) {
        rows.processes(build.id()).stream()
                .flatMap(process -> ProcessTrees.find(process.pid(), process.startedMillis()).stream())
                .forEach(ProcessTrees::end);
        ProcessTrees.endMarked(Environments.MARK, directories.space(build.id()).toString());
        rows.processesEnded(build.id());
        directories.removeSpace(build.id());
    }
}
