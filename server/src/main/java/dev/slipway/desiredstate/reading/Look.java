package dev.slipway.desiredstate.reading;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.Recent;
import dev.slipway.git.GitContent;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import java.time.Duration;
import java.util.function.BiFunction;

/** Looks into the current desired state when somebody asks, and once into each. Safe for use by several threads. */
public final class Look<V> {

    private final DesiredState desiredState;
    private final Platforms platforms;
    private final GitContent git;
    private final Newest<Subject, Found<V>> newest;

    /** @param into what finds out; it may read Git */
    public Look(
            DesiredState desiredState,
            Platforms platforms,
            GitContent git,
            BiFunction<PlatformDefinition, Desired, V> into) {
        this.desiredState = desiredState;
        this.platforms = platforms;
        this.git = git;
        this.newest =
                new Newest<>(subject -> new Found<>(subject, into.apply(subject.definition(), subject.desired())));
    }

    private record Subject(PlatformDefinition definition, Desired desired) {}

    private record Found<V>(Subject of, V value) {}

    /** What is known after this time at most. Reads Git, so never inside a transaction. */
    public Recent<V> recent(Duration patience) {
        return desiredState
                .current()
                .flatMap(desired -> platforms.find().map(definition -> new Subject(definition, desired)))
                .map(subject -> recent(subject, patience))
                .orElseGet(Recent.Nothing::new);
    }

    private Recent<V> recent(Subject subject, Duration patience) {
        return newest.find(subject, patience)
                .<Recent<V>>map(found -> new Recent.Known<>(
                        found.of().desired(),
                        found.of().definition(),
                        found.value(),
                        found.of().equals(subject) && isAtMain(subject)))
                .orElseGet(Recent.Reading::new);
    }

    private boolean isAtMain(Subject subject) {
        return git.resolve(subject.definition().repository(), "refs/heads/main")
                .filter(subject.desired().commit()::equals)
                .isPresent();
    }
}
