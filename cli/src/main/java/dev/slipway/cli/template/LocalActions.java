package dev.slipway.cli.template;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.builtin.BuiltinActions;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.stream.Stream;

/** The actions that a program without a server knows. */
public final class LocalActions {

    private LocalActions() {}

    public static Actions all() {
        return new Actions(Stream.<Action>concat(KnownActions.all().stream(), BuiltinActions.all().stream())
                .toList());
    }
}
