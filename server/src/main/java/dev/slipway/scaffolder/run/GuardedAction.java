package dev.slipway.scaffolder.run;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.InputProblem;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.action.WrappedAction;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Tells what passes by itself (then the run waits) from what does not (then it fails and takes back what it made), and interrupts what
 * takes too long.
 */
record GuardedAction(Action action, CurrentLimits limits) implements WrappedAction {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedAction.class);

    @Override
    public boolean reachesOutside() {
        return action.reachesOutside();
    }

    @Override
    public List<InputProblem> check(RunInfo run, Map<String, @Nullable Object> input) {
        return action.check(run, input);
    }

    @Override
    public ActionResult run(ActionContext context) {
        RunLimits most = limits.get();
        try (Alarm alarm = Alarm.after(most.action().most())) {
            try {
                return guarded(context);
            } catch (ActionException e) {
                throw alarm.rang() ? new ActionException(most.actionTooLong(id()), e) : e;
            }
        }
    }

    private ActionResult guarded(ActionContext context) {
        try {
            return action.run(context);
        } catch (ActionException e) {
            throw e;
        } catch (ProblemException e) {
            if (e.code() == ProblemCode.UNAVAILABLE) {
                return new ActionResult.Waiting(sentences(e));
            }
            throw new ActionException(sentences(e), e);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) { // the edge between the engine and what others wrote
            String trace = context.run().secrets().masked(trace(e));
            LOG.error(
                    "The action {} of run {} failed unexpectedly: {}",
                    id(),
                    context.run().id(),
                    trace);
            throw new ActionException("An unexpected failure; the server's log says more: " + e.getMessage(), e);
        }
    }

    @Override
    public ActionResult dryRun(ActionContext context) {
        return action.dryRun(context);
    }

    @Override
    public void undo(ActionContext context) {
        try {
            action.undo(context);
        } catch (ProblemException e) {
            throw new ActionException(sentences(e), e);
        }
    }

    private static String sentences(ProblemException e) {
        return e.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    private static String trace(RuntimeException e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
