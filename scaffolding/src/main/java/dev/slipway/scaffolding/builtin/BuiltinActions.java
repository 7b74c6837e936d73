package dev.slipway.scaffolding.builtin;

import dev.slipway.scaffolding.action.Action;
import java.util.List;

/** The actions that need no server. */
public final class BuiltinActions {

    private BuiltinActions() {}

    public static List<Action> all() {
        return List.of(
                new FetchTemplate(),
                new FetchPlain(),
                new DebugLog(),
                new FsDelete(),
                new FsRename(),
                new CatalogWrite(),
                new CatalogRegister());
    }
}
