package dev.slipway.scaffolder.action;

import dev.slipway.kernel.Actor;
import dev.slipway.scaffolding.action.RunInfo;

/** Who a run acts for. */
public final class Actors {

    private static final String USER = "user:default/";

    private Actors() {}

    public static String reference(String account) {
        return USER + account;
    }

    public static Actor of(RunInfo run) {
        return new Actor.Automation("scaffolder", run.user().substring(USER.length()));
    }
}
