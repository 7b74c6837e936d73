package dev.slipway.scaffolding.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An action that says of itself what another one says, and does something else: what it does, its author decides method by method. */
public interface WrappedAction extends Action {

    /** The one it speaks for. */
    Action action();

    @Override
    default String id() {
        return action().id();
    }

    @Override
    default String description() {
        return action().description();
    }

    @Override
    default Map<String, Object> inputSchema() {
        return action().inputSchema();
    }

    @Override
    default Map<String, Object> outputSchema() {
        return action().outputSchema();
    }

    @Override
    default List<ActionExample> examples() {
        return action().examples();
    }

    @Override
    default Optional<String> missingAdapter() {
        return action().missingAdapter();
    }

    @Override
    default String afterAKill() {
        return action().afterAKill();
    }
}
