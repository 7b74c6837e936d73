package dev.slipway.portal.operations;

import dev.slipway.audit.Audit;
import dev.slipway.audit.AuditVerification;
import dev.slipway.operations.Examination;
import dev.slipway.operations.Finding;
import java.util.List;
import org.springframework.stereotype.Component;

/** Nobody has changed the record of who did what. */
@Component
class AuditExamination implements Examination {

    private static final String SUBJECT = "Audit";

    private final Audit audit;

    AuditExamination(Audit audit) {
        this.audit = audit;
    }

    @Override
    public List<Finding> examine() {
        return List.of(
                switch (audit.verify()) {
                    case AuditVerification.Intact(long entries) ->
                        Finding.good(SUBJECT, "The chain of " + entries + " entries is whole.");
                    case AuditVerification.Broken(long number, String reason) ->
                        Finding.problem(
                                SUBJECT,
                                "The chain breaks at entry " + number + ": " + reason,
                                "Somebody changed the database by hand. Compare it with a backup.");
                });
    }
}
