package dev.slipway.previews;

import dev.slipway.audit.Audit;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditQuery;
import dev.slipway.audit.AuditVerification;
import dev.slipway.kernel.Actor;
import java.util.List;
import java.util.Map;

/** The audit has tests of its own. */
final class NoAudit implements Audit {

    @Override
    public void record(Actor actor, String action, String subject, Map<String, String> details) {}

    @Override
    public List<AuditEntry> entries(AuditQuery query) {
        return List.of();
    }

    @Override
    public AuditVerification verify() {
        return new AuditVerification.Intact(0);
    }
}
