package dev.slipway.scaffolder.run;

import dev.slipway.scaffolder.RunChanged;
import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.store.LogStore;
import dev.slipway.scaffolder.store.NewLines;
import dev.slipway.scaffolder.store.RoundStore;
import dev.slipway.scaffolder.store.RunLeases;
import dev.slipway.scaffolder.store.RunStore;
import dev.slipway.scaffolder.store.StepStore;
import dev.slipway.ui.LiveUpdates;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What journals are written with. */
@Component
record Journals(
        RunStore runs,
        StepStore steps,
        RoundStore rounds,
        LogStore log,
        RunLeases leases,
        CurrentLimits limits,
        LiveUpdates live,
        ApplicationEventPublisher events,
        Clock clock) {

    StoredJournal of(RunId run) {
        return new StoredJournal(run, this, new LogLines(run, this));
    }

    /** Writes what steps said, and tells those who follow the log. */
    void write(RunId run, NewLines lines) {
        log.add(run, lines);
        live.changed("run-log/" + run);
        events.publishEvent(new RunChanged(run));
    }

    /** Tells those who look at the run. */
    void changed(RunId run) {
        live.changed("run/" + run);
        events.publishEvent(new RunChanged(run));
    }
}
