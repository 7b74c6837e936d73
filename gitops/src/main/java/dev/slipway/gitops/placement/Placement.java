package dev.slipway.gitops.placement;

import org.jspecify.annotations.Nullable;

/**
 * Where an Application belongs; null where that cannot be told.
 *
 * @param rule how its environment was found
 * @param evidence what told it, in words; where nothing did, what would
 */
public record Placement(
        @Nullable String service,
        @Nullable String team,
        @Nullable String environment,
        Rule rule,
        String evidence) {

    /** Without words for what told it. */
    public Placement(@Nullable String service, @Nullable String team, @Nullable String environment, Rule rule) {
        this(service, team, environment, rule, "");
    }

    /** What told the environment. */
    public enum Rule {
        /** A label of the Application. */
        LABEL,
        /** The path of the file that the Application stands in. */
        FILE,
        /** The cluster and namespace that it goes to. */
        DESTINATION,
        /** A parameter that an ApplicationSet made it with. */
        PARAMETER,
        /** The directory that its source names. */
        SOURCE_PATH,
        /** The name of a file of Helm values. */
        VALUES_FILE,
        /** The Application's own name. */
        NAME,
        /** Nothing does. */
        UNKNOWN
    }
}
