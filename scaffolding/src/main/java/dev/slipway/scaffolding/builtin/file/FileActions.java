package dev.slipway.scaffolding.builtin.file;

import dev.slipway.scaffolding.action.Action;
import java.util.List;

/** The actions on files of the workspace. */
public final class FileActions {

    private FileActions() {}

    public static List<Action> all() {
        return List.of(
                new FsDelete(),
                new FsRename(),
                new FsReaddir(),
                new AppendToFile(),
                new WriteFile(),
                new ParseFile(),
                new ReplaceInFiles());
    }
}
