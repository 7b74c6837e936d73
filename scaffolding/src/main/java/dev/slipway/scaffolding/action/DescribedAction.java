package dev.slipway.scaffolding.action;

import java.util.List;
import java.util.Map;

/** An action whose words and schemas stand elsewhere. */
public abstract class DescribedAction implements Action {

    private final ActionDescription about;

    protected DescribedAction(ActionDescription about) {
        this.about = about;
    }

    @Override
    public final String id() {
        return about.id();
    }

    @Override
    public final String description() {
        return about.description();
    }

    @Override
    public final Map<String, Object> inputSchema() {
        return about.inputSchema();
    }

    @Override
    public final Map<String, Object> outputSchema() {
        return about.outputSchema();
    }

    @Override
    public final List<ActionExample> examples() {
        return about.examples();
    }
}
