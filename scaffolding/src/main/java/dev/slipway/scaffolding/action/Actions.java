package dev.slipway.scaffolding.action;

import dev.slipway.template.syntax.NearMisses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The actions that templates may use, by id, and the filters. */
public final class Actions {

    private final Map<String, Action> byId = new TreeMap<>();
    private final TemplateFilters filters;

    /** A later action replaces an earlier one with the same id. */
    public Actions(Collection<? extends Action> actions) {
        this(actions, TemplateFilters.NONE);
    }

    /** @param filters what expressions may use beside the language's own and Backstage's */
    public Actions(Collection<? extends Action> actions, TemplateFilters filters) {
        this.filters = filters;
        actions.forEach(action -> byId.put(action.id(), action));
    }

    /** These and others, which replace those of the same id. */
    public Actions with(Collection<? extends Action> more) {
        List<Action> all = new ArrayList<>(byId.values());
        all.addAll(more);
        return new Actions(all, filters);
    }

    public Optional<Action> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public TemplateFilters filters() {
        return filters;
    }

    /** In order of id. */
    public Collection<Action> all() {
        return byId.values();
    }

    /** What to say about an action that is not known. */
    public String unknown(String id) {
        List<String> near = NearMisses.of(id, byId.keySet());
        return "The action \"" + id + "\" is not known."
                + (near.isEmpty() ? "" : " Did you mean \"" + String.join("\" or \"", near) + "\"?")
                + " An action of your own can be mapped in platform.yaml, below spec.templates.actions: to another one"
                + " (alias), to nothing (skip), or to an HTTP endpoint (call).";
    }
}
