package dev.slipway.desiredstate.reading;

import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.DesiredStateChanged;
import dev.slipway.desiredstate.Inspections;
import dev.slipway.desiredstate.Recent;
import dev.slipway.git.GitContent;
import dev.slipway.gitops.inspect.Inspection;
import dev.slipway.gitops.inspect.Inspector;
import dev.slipway.platform.Platforms;
import dev.slipway.ui.LiveUpdates;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Inspects when somebody asks, and once for each desired state. */
@Component
class CurrentInspection implements Inspections {

    private final LiveUpdates live;
    private final Look<Inspection> look;

    CurrentInspection(
            DesiredState desiredState, Platforms platforms, DesiredReader reader, GitContent git, LiveUpdates live) {
        this.live = live;
        this.look = new Look<>(desiredState, platforms, git, (definition, desired) -> {
            Inspection inspection = Inspector.inspect(reader.checkout(definition, desired.commit()));
            live.changed(TOPIC);
            return inspection;
        });
    }

    @Override
    public Recent<Inspection> recent(Duration patience) {
        return look.recent(patience);
    }

    /** Whoever looks asks again, which is what has it inspected. */
    @EventListener
    void on(DesiredStateChanged event) {
        live.changed(TOPIC);
    }
}
