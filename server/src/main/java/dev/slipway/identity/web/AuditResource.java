package dev.slipway.identity.web;

import dev.slipway.audit.Audit;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditQuery;
import dev.slipway.audit.AuditVerification;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, newest first. */
@RestController
@RequestMapping("/api/v1/audit")
@Access(Permission.READ_AUDIT)
class AuditResource {

    private final Audit audit;

    AuditResource(Audit audit) {
        this.audit = audit;
    }

    /** @param next what to pass as {@code before} for older entries; null at the end */
    record AuditPage(List<AuditEntry> entries, @Nullable Long next) {}

    @GetMapping
    AuditPage entries(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        List<AuditEntry> entries = audit.entries(new AuditQuery(account, subject, before, limit));
        boolean ended = entries.isEmpty() || entries.getLast().number() == 1;
        return new AuditPage(entries, ended ? null : entries.getLast().number());
    }

    /** @param entries how many were found whole; {@code brokenAt} and {@code reason} are null when all are */
    record Verification(
            boolean intact,
            long entries,
            @Nullable Long brokenAt,
            @Nullable String reason) {}

    @GetMapping("/verification")
    Verification verify() {
        return switch (audit.verify()) {
            case AuditVerification.Intact(long entries) -> new Verification(true, entries, null, null);
            case AuditVerification.Broken(long number, String reason) ->
                new Verification(false, number - 1, number, reason);
        };
    }
}
