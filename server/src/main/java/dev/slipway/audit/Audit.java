package dev.slipway.audit;

import dev.slipway.kernel.Actor;
import java.util.List;
import java.util.Map;

/** The record of who did what. Rows are chained by hash and never changed. */
public interface Audit {

    /**
     * Adds one entry, in the caller's transaction if there is one.
     *
     * @param action a verb in the past tense with its module, for example {@code promotion.approved}
     * @param subject what it was done to, for example {@code service:pricing-api/production}
     * @param details short values without secrets
     */
    void record(Actor actor, String action, String subject, Map<String, String> details);

    /** The newest entries first; those in archives are not among them. */
    List<AuditEntry> entries(AuditQuery query);

    /** Walks the whole chain, archives first, and says where it breaks. */
    AuditVerification verify();
}
