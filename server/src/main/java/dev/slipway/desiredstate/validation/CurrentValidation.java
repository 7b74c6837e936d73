package dev.slipway.desiredstate.validation;

import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.DesiredStateChanged;
import dev.slipway.desiredstate.Recent;
import dev.slipway.desiredstate.reading.Look;
import dev.slipway.desiredstate.reading.Moment;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.git.GitContent;
import dev.slipway.gitops.validation.ValidationReport;
import dev.slipway.platform.Platforms;
import dev.slipway.ui.LiveUpdates;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is wrong with the current desired state: found when somebody asks first, and again when it has changed. */
@Component
class CurrentValidation {

    /** Of live updates: something else is known. */
    static final String TOPIC = "validation";

    private final LiveUpdates live;
    private final Look<ValidationReport> look;

    CurrentValidation(
            DesiredState desiredState, Platforms platforms, GitContent git, ValidatedTrees trees, LiveUpdates live) {
        this.live = live;
        this.look = new Look<>(desiredState, platforms, git, (definition, desired) -> {
            FileTree tree = git.snapshot(definition.repository(), desired.commit());
            ValidationReport report =
                    trees.validate(new Moment(definition), desired.commit().value(), tree);
            live.changed(TOPIC);
            return report;
        });
    }

    /** What is known after this time at most. Reads Git, so never inside a transaction. */
    Recent<ValidationReport> recent(Duration patience) {
        return look.recent(patience);
    }

    /** Whoever looks asks again, which is what has it validated. */
    @EventListener
    void on(DesiredStateChanged event) {
        live.changed(TOPIC);
    }
}
