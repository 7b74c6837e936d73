package dev.slipway.services.configuration;

import dev.slipway.changes.Intent;
import dev.slipway.changes.IntentPlanner;
import dev.slipway.changes.Plan;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans {@link Intent.SetVariable} in the overlay as the tip has it; every byte beside the variable's stays as it is. */
@Component
class VariablePlanner implements IntentPlanner {

    @Override
    public boolean plans(Intent intent) {
        return intent instanceof Intent.SetVariable;
    }

    @Override
    public Plan plan(Intent intent, Snapshot tip) {
        if (!(intent instanceof Intent.SetVariable wanted)) {
            throw new IllegalArgumentException("Not a SetVariable: " + intent);
        }
        Optional<VariableChange> change = Variables.plan(tip, wanted.environment(), wanted.name(), wanted.value());
        if (change.isEmpty()) {
            return new Plan.Write(List.of());
        }
        return Objects.equals(change.get().before(), wanted.before())
                ? new Plan.Write(List.of(change.get().file()))
                : new Plan.Conflict(List.of(conflict(wanted, change.get())));
    }

    private static Problem conflict(Intent.SetVariable wanted, VariableChange change) {
        return Problem.at(
                        change.file().path(),
                        "Somebody changed " + wanted.name() + " in " + wanted.environment() + " meanwhile: it was "
                                + words(wanted.before()) + " and is " + words(change.before()) + ".")
                .next("Close the pull request, and ask for the change again if it is still wanted.");
    }

    private static String words(@Nullable String value) {
        return value == null ? "not set there" : "\"" + value + "\"";
    }
}
