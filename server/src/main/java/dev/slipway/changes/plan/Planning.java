package dev.slipway.changes.plan;

import dev.slipway.changes.Intent;
import dev.slipway.changes.IntentPlanner;
import dev.slipway.changes.Plan;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the planner of an intent. */
@Component
public class Planning {

    private final List<IntentPlanner> planners;

    Planning(List<IntentPlanner> planners) {
        this.planners = planners;
    }

    /** The plan for this tip; what a planner cannot do is a refusal, not an exception. */
    public Plan plan(Intent intent, Snapshot tip) {
        try {
            return planners.stream()
                    .filter(planner -> planner.plans(intent))
                    .findFirst()
                    .map(planner -> planner.plan(intent, tip))
                    .orElseGet(() -> new Plan.Refused(List.of(Problem.of(
                            "Nothing knows how to plan " + intent.getClass().getSimpleName() + "."))));
        } catch (ProblemException e) {
            return new Plan.Refused(e.problems());
        } catch (TreeException e) {
            return new Plan.Refused(List.of(Problem.at(e.path(), String.valueOf(e.getMessage()))));
        } catch (YamlException e) {
            return new Plan.Refused(List.of(Problem.at(e.place().toString(), e.reason())));
        }
    }
}
