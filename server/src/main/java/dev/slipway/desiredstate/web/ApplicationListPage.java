package dev.slipway.desiredstate.web;

import dev.slipway.desiredstate.Inspections;
import dev.slipway.desiredstate.Recent;
import dev.slipway.gitops.inspect.Inspection;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every Application with where it belongs, what it runs and what of it cannot be told. */
@Controller
class ApplicationListPage {

    private final Inspections inspections;

    ApplicationListPage(Inspections inspections) {
        this.inspections = inspections;
    }

    @GetMapping("/applications")
    @Access(Permission.VIEW)
    String applications(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Recent<Inspection> recent = inspections.recent(Recent.MOMENT);
        model.addAttribute("reading", recent instanceof Recent.Reading<Inspection>);
        model.addAttribute(
                "list",
                recent instanceof Recent.Known<Inspection> known
                        ? ApplicationList.of(known, new ApplicationFilter(q, only), page)
                        : null);
        return "desiredstate/applications";
    }
}
