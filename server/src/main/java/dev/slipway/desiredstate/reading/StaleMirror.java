package dev.slipway.desiredstate.reading;

import dev.slipway.git.Mirror;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.Sources.Answer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/** Says that a copy may be older than what it is a copy of, or that there is none yet. */
final class StaleMirror {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** What to do where a copy does not have what is wanted of it. */
    static final String OLDER =
            "Name what there is, or fetch the copy again if it is older than that: Repositories, Mirrors, or slipway mirrors --refresh URL.";

    private StaleMirror() {}

    /** Of a mirror that was fetched once, and cannot be now; the same words until that changes. */
    static Finding of(Mirror mirror) {
        return new Finding(
                "",
                "\"" + mirror.url() + "\" is read as it was at "
                        + TIME.format(Objects.requireNonNull(mirror.fetchedAt()))
                        + ": since then it could not be fetched. " + mirror.failure(),
                "a copy that is up to date",
                "Repositories, Mirrors and slipway mirrors --refresh " + mirror.url() + " fetch it again.");
    }

    /** Of a mirror that there is no copy of yet. */
    static Answer.Missing missing(Mirror mirror) {
        return mirror.isAwaited()
                ? new Answer.Missing(
                        "it is being fetched for the first time",
                        "Wait: it is read as soon as it is there. Repositories, Mirrors and slipway mirrors show whether it is.")
                : new Answer.Missing(
                        "it could not be fetched from the other server: " + mirror.failure(),
                        "It is tried again by itself; Repositories, Mirrors and slipway mirrors --refresh "
                                + mirror.url() + " try it now.");
    }
}
