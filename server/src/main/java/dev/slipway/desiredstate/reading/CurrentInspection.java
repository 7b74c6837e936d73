package dev.slipway.desiredstate.reading;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.DesiredStateChanged;
import dev.slipway.desiredstate.Inspections;
import dev.slipway.git.GitContent;
import dev.slipway.gitops.inspect.Inspection;
import dev.slipway.gitops.inspect.Inspector;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.ui.LiveUpdates;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Inspects when somebody asks, and once for each desired state. */
@Component
class CurrentInspection implements Inspections {

    private static final Duration MOMENT = Duration.ofMillis(500);

    private final DesiredState desiredState;
    private final Platforms platforms;
    private final DesiredReader reader;
    private final GitContent git;
    private final LiveUpdates live;
    private final Newest<Subject, Inspected> newest = new Newest<>(this::inspect);

    CurrentInspection(
            DesiredState desiredState, Platforms platforms, DesiredReader reader, GitContent git, LiveUpdates live) {
        this.desiredState = desiredState;
        this.platforms = platforms;
        this.reader = reader;
        this.git = git;
        this.live = live;
    }

    private record Subject(Desired desired, PlatformDefinition definition) {}

    private record Inspected(Subject subject, Inspection inspection) {}

    @Override
    public Optional<Inspection> current() {
        return subject().map(newest::of).map(Inspected::inspection);
    }

    @Override
    public Recent recent() {
        return subject().map(this::recent).orElseGet(Recent.Nothing::new);
    }

    private Recent recent(Subject subject) {
        return newest.find(subject, MOMENT)
                .<Recent>map(found -> new Recent.Known(
                        found.subject().desired(),
                        found.inspection(),
                        found.subject().equals(subject) && isAtMain(subject)))
                .orElseGet(Recent.Reading::new);
    }

    private boolean isAtMain(Subject subject) {
        return git.resolve(subject.definition().repository(), "refs/heads/main")
                .filter(subject.desired().commit()::equals)
                .isPresent();
    }

    /** Whoever looks asks again, which is what has it inspected. */
    @EventListener
    void on(DesiredStateChanged event) {
        live.changed(TOPIC);
    }

    private Inspected inspect(Subject subject) {
        Inspection inspection = Inspector.inspect(
                reader.checkout(subject.definition(), subject.desired().commit()));
        live.changed(TOPIC);
        return new Inspected(subject, inspection);
    }

    private Optional<Subject> subject() {
        return desiredState.current().flatMap(desired -> platforms.find().map(each -> new Subject(desired, each)));
    }
}
