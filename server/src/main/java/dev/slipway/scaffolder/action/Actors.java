package dev.slipway.scaffolder.action;

import dev.slipway.kernel.Actor;
import dev.slipway.scaffolding.action.RunInfo;
import java.util.Optional;

/** Who a run acts for. */
public final class Actors {

    private static final String USER = "user:default/";

    private Actors() {}

    public static String reference(String account) {
        return USER + account;
    }

    /** Empty for what is no user's. */
    public static Optional<String> account(String reference) {
        return reference.startsWith(USER) ? Optional.of(reference.substring(USER.length())) : Optional.empty();
    }

    public static Actor of(RunInfo run) {
        return new Actor.Automation("scaffolder", run.user().substring(USER.length()));
    }
}
