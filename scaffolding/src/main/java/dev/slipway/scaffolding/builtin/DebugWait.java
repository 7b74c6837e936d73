package dev.slipway.scaffolding.builtin;

import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.action.InputProblem;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.known.KnownActions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Waits from when its step was begun, without holding anything meanwhile. */
final class DebugWait extends DescribedAction {

    private static final Duration LONGEST = Duration.ofHours(24);

    private final Clock clock;

    DebugWait(Clock clock) {
        super(KnownActions.describe("debug:wait"));
        this.clock = clock;
    }

    @Override
    public String afterAKill() {
        return "It goes on waiting: a restart takes nothing of the time away.";
    }

    @Override
    public List<InputProblem> check(RunInfo run, Map<String, @Nullable Object> input) {
        return duration(input).compareTo(LONGEST) > 0 ? List.of(new InputProblem("minutes", tooLong())) : List.of();
    }

    @Override
    public ActionResult run(ActionContext context) {
        Duration duration = duration(context.input());
        if (duration.compareTo(LONGEST) > 0) {
            throw new ActionException(tooLong());
        }
        Instant until = context.startedAt().plus(duration);
        return clock.instant().isBefore(until)
                ? new ActionResult.Waiting("Waits until " + until.truncatedTo(ChronoUnit.SECONDS))
                : ActionResult.done();
    }

    @Override
    public ActionResult dryRun(ActionContext context) {
        context.log("Would wait for " + duration(context.input()).toSeconds() + " seconds");
        return ActionResult.done();
    }

    private static String tooLong() {
        return "A step waits for at most " + LONGEST.toHours() + " hours.";
    }

    private static Duration duration(Map<String, @Nullable Object> input) {
        double seconds =
                number(input, "minutes") * 60 + number(input, "seconds") + number(input, "milliseconds") / 1000;
        return Duration.ofMillis(Math.round(Math.clamp(seconds, 0, 1e9) * 1000));
    }

    private static double number(Map<String, @Nullable Object> input, String key) {
        return input.get(key) instanceof Number number ? number.doubleValue() : 0;
    }
}
