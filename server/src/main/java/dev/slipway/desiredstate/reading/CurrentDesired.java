package dev.slipway.desiredstate.reading;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.DesiredStateChanged;
import dev.slipway.git.GitContent;
import dev.slipway.git.RefsChanged;
import dev.slipway.kernel.CommitId;
import dev.slipway.platform.PlatformChanged;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the desired state of the platform repository's main in memory. */
@Component
class CurrentDesired implements DesiredState, Reconciliation {

    private static final String NAME = "desired-state";
    private static final Duration INTERVAL = Duration.ofSeconds(20);

    private final GitContent git;
    private final Platforms platforms;
    private final DesiredReader reader;
    private final ApplicationEventPublisher events;
    private final Wakeups wakeups;
    private volatile @Nullable Desired current;

    CurrentDesired(
            GitContent git,
            Platforms platforms,
            DesiredReader reader,
            ApplicationEventPublisher events,
            Wakeups wakeups) {
        this.git = git;
        this.platforms = platforms;
        this.reader = reader;
        this.events = events;
        this.wakeups = wakeups;
    }

    @Override
    public Optional<Desired> current() {
        return Optional.ofNullable(current);
    }

    @Override
    public Desired at(CommitId platformCommit) {
        Desired newest = current;
        return newest != null && newest.commit().equals(platformCommit)
                ? newest
                : reader.read(platforms.current(), platformCommit);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    /** Read anew even when main has not moved: a source's branch may have, or the definition. Renders are kept. */
    @Override
    public void reconcile() {
        platforms.find().ifPresent(this::read);
    }

    private void read(PlatformDefinition definition) {
        Optional<CommitId> main = git.resolve(definition.repository(), "refs/heads/main");
        if (main.isEmpty()) {
            return;
        }
        Desired read = reader.read(definition, main.get());
        if (!read.equals(current)) {
            current = read;
            events.publishEvent(new DesiredStateChanged(read.commit()));
        }
    }

    @EventListener
    void on(RefsChanged event) {
        wakeups.wake(NAME);
    }

    @EventListener
    void on(PlatformChanged event) {
        wakeups.wake(NAME);
    }
}
