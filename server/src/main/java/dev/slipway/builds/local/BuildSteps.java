package dev.slipway.builds.local;

import dev.slipway.builds.BuildId;
import dev.slipway.builds.BuildStatus;
import dev.slipway.builds.kind.BuildFailure;
import dev.slipway.builds.kind.Workbench.Work;
import dev.slipway.builds.store.BuildLog;
import dev.slipway.builds.store.StepRows;
import dev.slipway.ui.LiveUpdates;
import java.io.IOException;
import java.time.Clock;

/** The steps of one build as they go by. */
final class BuildSteps {

    private final BuildId build;
    private final StepRows rows;
    private final BuildLog log;
    private final LiveUpdates live;
    private final Clock clock;
    private int position;

    BuildSteps(BuildId build, StepRows rows, BuildLog log, LiveUpdates live, Clock clock) {
        this.build = build;
        this.rows = rows;
        this.log = log;
        this.live = live;
        this.clock = clock;
    }

    /** A failure gets the step's name in front. */
    void step(String name, Work work) throws IOException, BuildFailure, InterruptedException {
        int number = position++;
        rows.started(build, number, name, clock.instant());
        log.line("==> " + name);
        changed();
        BuildStatus status = BuildStatus.FAILED;
        try {
            work.run();
            status = BuildStatus.SUCCEEDED;
        } catch (BuildFailure e) {
            throw new BuildFailure("Step \"" + name + "\" failed: " + e.getMessage());
        } catch (InterruptedException e) {
            status = BuildStatus.CANCELLED;
            throw e;
        } finally {
            rows.finished(build, number, status, clock.instant());
            changed();
        }
    }

    private void changed() {
        live.changed("build/" + build);
    }
}
