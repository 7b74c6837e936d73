package dev.slipway.scaffolding.builtin;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.RemoteTrees;
import dev.slipway.scaffolding.action.TemplateFilters;
import dev.slipway.scaffolding.builtin.data.DataActions;
import dev.slipway.scaffolding.builtin.fetch.FetchActions;
import dev.slipway.scaffolding.builtin.file.FileActions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The actions that need no server. */
public final class BuiltinActions {

    private BuiltinActions() {}

    /** Those that reach no host, and know no filters but Backstage's. */
    public static List<Action> all() {
        return all(RemoteTrees.none(), TemplateFilters.NONE, Clock.systemUTC());
    }

    public static List<Action> all(RemoteTrees remote, TemplateFilters filters, Clock clock) {
        return Stream.of(
                        FetchActions.all(remote, filters),
                        FileActions.all(),
                        DataActions.all(),
                        List.<Action>of(
                                new DebugLog(), new DebugWait(clock), new CatalogWrite(), new CatalogRegister()))
                .flatMap(List::stream)
                .toList();
    }
}
