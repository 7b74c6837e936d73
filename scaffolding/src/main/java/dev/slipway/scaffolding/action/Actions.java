package dev.slipway.scaffolding.action;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The actions that templates may use, by id. */
public final class Actions {

    private final Map<String, Action> byId = new TreeMap<>();

    /** A later action replaces an earlier one with the same id. */
    public Actions(Collection<? extends Action> actions) {
        actions.forEach(action -> byId.put(action.id(), action));
    }

    public Optional<Action> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** In order of id. */
    public Collection<Action> all() {
        return byId.values();
    }

    /** What to say about an action that is not known. */
    public String unknown(String id) {
        String known = String.join(", ", byId.keySet());
        return "The action \"" + id + "\" is not known. Known are: " + known + ".";
    }
}
