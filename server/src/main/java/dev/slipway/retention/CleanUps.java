package dev.slipway.retention;

import dev.slipway.kernel.Actor;
import java.util.List;

/** Removing what nobody needs any more: regularly, and when somebody asks. */
public interface CleanUps {

    /**
     * One line of what stays how long.
     *
     * @param subject what it is about, for example {@code Images}
     */
    record Rule(String subject, String rule) {}

    /** What stays how long, as this server is set up. */
    List<Rule> rules();

    /** What a clean-up would remove now; removes nothing. Takes a while: it reads Git and the disk. */
    List<CleanUp.Result> plan();

    /** Has one begin soon; returns the one that has not ended yet, if there is one. */
    CleanUp request(Actor actor);

    /** The newest first. */
    List<CleanUp> newest(int limit);
}
