package dev.slipway.delivery.web;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.LogLine;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.ui.Flash;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An application as it runs: its objects, its pods, what they wrote. */
@Controller
class ApplicationPage {

    private static final int SHOWN_LINES = 300;

    private final OperatedApplications applications;

    ApplicationPage(OperatedApplications applications) {
        this.applications = applications;
    }

    @GetMapping("/applications/{name}")
    @Access(Permission.VIEW)
    String application(@PathVariable String name, Model model) {
        ApplicationState state = applications.state(name);
        List<LogLine> log = applications.logs(name, null, SHOWN_LINES);
        model.addAttribute("state", state);
        model.addAttribute("application", applications.desired(name).orElse(null));
        model.addAttribute("log", log);
        model.addAttribute("engine", applications.engine());
        model.addAttribute("isolation", applications.isolation());
        model.addAttribute("isolationExplained", applications.isolationExplained());
        return "delivery/application";
    }

    @PostMapping("/applications/{name}/refresh")
    @Access(Permission.OPERATE)
    String refresh(@PathVariable String name, RedirectAttributes attributes) {
        return told(name, "Git is read again.", attributes, () -> applications.refresh(name));
    }

    @PostMapping("/applications/{name}/sync")
    @Access(Permission.OPERATE)
    String sync(@PathVariable String name, RedirectAttributes attributes) {
        return told(name, "What Git says is applied.", attributes, () -> applications.sync(name));
    }

    @PostMapping("/applications/{name}/restart")
    @Access(Permission.OPERATE)
    String restart(@PathVariable String name, RedirectAttributes attributes) {
        return told(name, "Every pod is replaced, one after the other.", attributes, () -> applications.restart(name));
    }

    private static String told(String name, String done, RedirectAttributes attributes, Runnable operation) {
        operation.run();
        Flash.info(attributes, done);
        return "redirect:/applications/" + name;
    }
}
