package dev.slipway.scaffolding.builtin.fetch;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.RemoteTrees;
import dev.slipway.scaffolding.action.TemplateFilters;
import java.util.List;

/** The actions that bring files into the workspace. */
public final class FetchActions {

    private FetchActions() {}

    public static List<Action> all(RemoteTrees remote, TemplateFilters filters) {
        return List.of(
                FetchTemplate.fromUrl(remote, filters),
                FetchTemplateFile.fromUrl(remote, filters),
                FetchTemplate.fromWorkspace(filters),
                FetchTemplateFile.fromWorkspace(filters),
                new FetchPlain(remote),
                new FetchPlainFile(remote));
    }
}
