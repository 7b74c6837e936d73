package dev.slipway.identity.web;

import dev.slipway.audit.Audit;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditQuery;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, and whether the record is whole. */
@Controller
@Access(Permission.READ_AUDIT)
class AuditPages {

    private static final int ON_ONE_PAGE = 50;

    private final Audit audit;

    AuditPages(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/audit")
    String page(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        List<AuditEntry> found =
                audit.entries(new AuditQuery(blankless(account), blankless(subject), before, ON_ONE_PAGE + 1));
        List<AuditEntry> shown = found.subList(0, Math.min(ON_ONE_PAGE, found.size()));
        model.addAttribute("entries", shown)
                .addAttribute("account", account == null ? "" : account)
                .addAttribute("subject", subject == null ? "" : subject)
                .addAttribute(
                        "older", found.size() > shown.size() ? shown.getLast().number() : 0L)
                .addAttribute("newest", before == null);
        return "identity/audit";
    }

    /** Walks the whole chain, so the page asks for it separately. */
    @GetMapping("/audit/verification")
    String verification(Model model) {
        model.addAttribute("verification", audit.verify());
        return "identity/audit-verification";
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
