package dev.slipway.scaffolder.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunLogLine;
import dev.slipway.scaffolder.TemplateRun;
import dev.slipway.scaffolder.TemplateRuns;
import dev.slipway.ui.Flash;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A run while it goes on, and its result. */
@Controller
@RequestMapping("/create/runs/{id}")
class RunPages {

    /** What a browser shows without effort; the rest is a download. */
    private static final int LINES = 1_000;

    private static final String SECRET = "secret.";

    private final TemplateRuns runs;
    private final RunAccess access;
    private final CurrentActor actor;
    private final Clock clock;

    RunPages(TemplateRuns runs, RunAccess access, CurrentActor actor, Clock clock) {
        this.runs = runs;
        this.access = access;
        this.actor = actor;
        this.clock = clock;
    }

    @GetMapping
    @Access(Permission.VIEW)
    String run(@PathVariable String id, Model model) {
        TemplateRun run = access.get(id);
        List<RunLogLine> lines = runs.lastLines(run.id(), LINES);
        model.addAttribute("view", view(run));
        model.addAttribute("lines", lines);
        model.addAttribute("leftOut", lines.isEmpty() ? 0L : lines.getFirst().number() - 1);
        return "scaffolder/run";
    }

    /** All but the log, which grows by itself. */
    @GetMapping("/state")
    @Access(Permission.VIEW)
    String state(@PathVariable String id, Model model) {
        model.addAttribute("view", view(access.get(id)));
        return "scaffolder/run-state";
    }

    /** The next lines of the log. */
    @GetMapping("/lines")
    @Access(Permission.VIEW)
    String lines(@PathVariable String id, @RequestParam(defaultValue = "0") long after, Model model) {
        List<RunLogLine> next = runs.log(access.get(id).id(), after);
        model.addAttribute("lines", next.subList(0, Math.min(LINES, next.size())));
        return "scaffolder/run-lines";
    }

    private RunView view(TemplateRun run) {
        return new RunView(run, access.mayChange(run), clock.instant());
    }

    @PostMapping("/cancel")
    @Access(Permission.CREATE_SERVICE)
    String cancel(@PathVariable String id, RedirectAttributes attributes) {
        runs.cancel(access.own(id).id(), actor.get());
        Flash.info(attributes, "The run stops before its next step, and what it made is taken back.");
        return "redirect:/create/runs/" + id;
    }

    /** @param sent the secrets, each as {@code secret.<name>} */
    @PostMapping("/retry")
    @Access(Permission.CREATE_SERVICE)
    String retry(@PathVariable String id, @RequestParam Map<String, String> sent, RedirectAttributes attributes) {
        RunId run = access.own(id).id();
        Map<String, String> secrets = new LinkedHashMap<>();
        sent.forEach((name, value) -> {
            if (name.startsWith(SECRET)) {
                secrets.put(name.substring(SECRET.length()), value);
            }
        });
        runs.retry(run, secrets, actor.get());
        Flash.info(attributes, "The run goes on from the step that failed.");
        return "redirect:/create/runs/" + id;
    }
}
