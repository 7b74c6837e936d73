package dev.slipway.scaffolding.action;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An action that another one carries out, with an input of its own. */
public interface DelegatedAction extends Action {

    /** The other one; empty where it is not known. */
    Optional<Action> carriedOutBy();

    /** What the other one is given for this input. */
    Map<String, @Nullable Object> given(Map<String, @Nullable Object> input);
}
