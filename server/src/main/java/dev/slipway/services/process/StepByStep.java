package dev.slipway.services.process;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries processes out whose state is a row: each goes as far as it can now, and is looked at again in the next round. A kill between
 * two steps costs nothing, as the row tells which is next.
 *
 * @param open those that have not ended
 * @param current the same one as it stands now; empty when it is gone
 * @param step takes the next step; whether there was one to take
 * @param words what the log calls it
 */
public record StepByStep<P>(
        Supplier<? extends Iterable<P>> open,
        Function<P, Optional<P>> current,
        Predicate<P> step,
        Function<P, String> words) {

    private static final Logger LOG = LoggerFactory.getLogger(StepByStep.class);

    /** One that is stuck does not keep the others waiting. */
    public void round(Consumer<P> changed) {
        for (P each : open.get()) {
            advance(each);
            if (!current.apply(each).equals(Optional.of(each))) {
                changed.accept(each);
            }
        }
    }

    private void advance(P process) {
        try {
            Optional<P> now = Optional.of(process);
            while (now.isPresent() && step.test(now.get())) {
                now = current.apply(process);
            }
        } catch (RuntimeException e) { // the edge of a reconciliation; the next round tries again
            LOG.warn("{} could not go on and is tried again.", words.apply(process), e);
        }
    }
}
