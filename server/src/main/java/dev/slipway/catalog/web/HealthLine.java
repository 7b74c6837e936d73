package dev.slipway.catalog.web;

import dev.slipway.catalog.store.FindingReads.Conflict;
import dev.slipway.catalog.store.FindingReads.Found;
import dev.slipway.catalog.store.FindingReads.Gone;
import dev.slipway.catalog.store.FindingReads.Orphan;
import dev.slipway.catalog.store.FindingReads.Ownerless;
import dev.slipway.catalog.store.FindingReads.Unreadable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong in the catalog, in an answer.
 *
 * @param ref the entity that it is about, {@code kind:namespace/name}; null where it is about none, or nobody can tell
 * @param path in the repository
 * @param line from 1; 0 where it is about all of the file
 * @param field {@code spec.owner}
 * @param since when it was first so; null where nobody noted it
 */
record HealthLine(
        @Nullable String ref,
        @Nullable String repository,
        @Nullable String path,
        int line,
        @Nullable String field,
        String message,
        @Nullable String expected,
        @Nullable Instant since) {

    static HealthLine of(Unreadable each) {
        return new HealthLine(null, each.repository(), null, 0, null, each.reason(), null, each.since());
    }

    static HealthLine of(Found each) {
        return new HealthLine(
                each.ref(),
                each.repository(),
                each.path(),
                each.line(),
                each.field(),
                each.message(),
                each.expected(),
                null);
    }

    static HealthLine of(Conflict each) {
        return new HealthLine(
                each.ref().toString(),
                each.repository(),
                each.path(),
                each.line(),
                null,
                "Another file has it already: " + each.holderRepository() + " " + each.holderPath() + ".",
                "another name, or one of the two documents removed",
                null);
    }

    static HealthLine of(Orphan each) {
        return new HealthLine(
                each.ref().toString(),
                null,
                null,
                0,
                null,
                "Nothing declares it; it is named "
                        + (each.count() == 1 ? "once, by " : each.count() + " times, for example by ") + each.example()
                        + ".",
                null,
                null);
    }

    static HealthLine of(Ownerless each) {
        return new HealthLine(
                each.ref().toString(),
                null,
                null,
                0,
                "spec.owner",
                each.owner() == null ? "It names no owner." : "Its owner " + each.owner() + " does not exist.",
                "a group or a user that the catalog knows",
                null);
    }

    static HealthLine of(Gone each) {
        return new HealthLine(
                each.ref().toString(),
                each.repository(),
                each.path(),
                0,
                null,
                "Its file declares it no longer.",
                null,
                each.since());
    }
}
