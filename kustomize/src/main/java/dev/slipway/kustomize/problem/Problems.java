package dev.slipway.kustomize.problem;

import dev.slipway.documents.yaml.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects problems, so that all of them are shown together. Not safe for several threads. */
public final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();

    public void add(Place place, String what, String expected, String next) {
        found.add(new Problem(place, what, expected, next));
    }

    /** Runs a step and keeps what it refuses. */
    public void collect(Runnable step) {
        collect(
                () -> {
                    step.run();
                    return true;
                },
                false);
    }

    /** The step's result, or the fallback when it refused. */
    public <T extends @Nullable Object> T collect(Supplier<T> step, T fallback) {
        try {
            return step.get();
        } catch (Refusal refusal) {
            found.addAll(refusal.problems());
            return fallback;
        }
    }

    /**
     * Stops here when something was found.
     *
     * @throws Refusal with everything found so far
     */
    public void stopIfAny() {
        if (!found.isEmpty()) {
            throw new Refusal(new ArrayList<>(found));
        }
    }

    public List<Problem> all() {
        return List.copyOf(found);
    }
}
