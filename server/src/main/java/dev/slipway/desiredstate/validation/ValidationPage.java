package dev.slipway.desiredstate.validation;

import dev.slipway.desiredstate.Recent;
import dev.slipway.gitops.validation.ValidationReport;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is wrong with the current desired state. */
@Controller
class ValidationPage {

    private final CurrentValidation current;

    ValidationPage(CurrentValidation current) {
        this.current = current;
    }

    @GetMapping("/platform/validation")
    @Access(Permission.VIEW)
    String findings(
            @RequestParam(defaultValue = "") String environment,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        FindingFilter filter = FindingFilter.of(environment, service, severity, rule);
        Recent<ValidationReport> recent = current.recent(Recent.MOMENT);
        model.addAttribute("reading", recent instanceof Recent.Reading<ValidationReport>);
        model.addAttribute(
                "list",
                recent instanceof Recent.Known<ValidationReport> known ? FindingList.of(known, filter, page) : null);
        return "desiredstate/validation";
    }
}
