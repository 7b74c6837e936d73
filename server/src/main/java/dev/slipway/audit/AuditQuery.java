package dev.slipway.audit;

import org.jspecify.annotations.Nullable;

/**
 * Which entries.
 *
 * @param subjectPrefix only subjects that begin with this
 * @param before only entries with a smaller number, for paging
 */
public record AuditQuery(
        @Nullable String account,
        @Nullable String subjectPrefix,
        @Nullable Long before,
        int limit) {

    public static AuditQuery newest(int limit) {
        return new AuditQuery(null, null, null, limit);
    }

    public static AuditQuery about(String subjectPrefix, int limit) {
        return new AuditQuery(null, subjectPrefix, null, limit);
    }
}
