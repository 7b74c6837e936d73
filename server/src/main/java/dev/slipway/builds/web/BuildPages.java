package dev.slipway.builds.web;

import dev.slipway.builds.Build;
import dev.slipway.builds.BuildIsolation;
import dev.slipway.builds.Builds;
import dev.slipway.builds.local.LocalControl;
import dev.slipway.builds.local.Withheld;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.ui.Flash;
import java.time.Clock;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A build while it runs and afterwards, and the builds of a repository. */
@Controller
class BuildPages {

    private static final int MOST_BUILDS = 50;
    private static final int WHOLE_LOG = 100_000;
    private static final int SHOWN_LINES = 1_000;

    private final Builds builds;
    private final ExistingBuilds existing;
    private final BuildIsolation isolation;
    private final Withheld withheld;
    private final LocalControl control;
    private final CurrentActor actor;
    private final Clock clock;

    BuildPages(
            Builds builds,
            ExistingBuilds existing,
            BuildIsolation isolation,
            Withheld withheld,
            LocalControl control,
            CurrentActor actor,
            Clock clock) {
        this.builds = builds;
        this.existing = existing;
        this.isolation = isolation;
        this.withheld = withheld;
        this.control = control;
        this.actor = actor;
        this.clock = clock;
    }

    @GetMapping("/builds/{id}")
    @Access(Permission.VIEW)
    String build(@PathVariable long id, Model model) {
        Build build = existing.get(id);
        List<String> log = builds.log(build.id(), 0, WHOLE_LOG);
        model.addAttribute("build", build);
        model.addAttribute("steps", builds.steps(build.id()));
        model.addAttribute("log", log.subList(Math.max(0, log.size() - SHOWN_LINES), log.size()));
        model.addAttribute("leftOut", Math.max(0, log.size() - SHOWN_LINES));
        model.addAttribute("withheld", withheld.reason(build).orElse(""));
        model.addAttribute("imagesRemovedAt", builds.imagesRemovedAt(build.id()).orElse(null));
        model.addAttribute("isolation", isolation.explanation());
        model.addAttribute("now", clock.instant());
        return "builds/build";
    }

    @GetMapping("/builds/{id}/log.txt")
    @Access(Permission.VIEW)
    ResponseEntity<String> log(@PathVariable long id) {
        String text = String.join("\n", builds.log(existing.get(id).id(), 0, WHOLE_LOG)) + "\n";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header("X-Content-Type-Options", "nosniff")
                .body(text);
    }

    @GetMapping("/repositories/{organisation}/{name}/builds")
    @Access(Permission.VIEW)
    String ofRepository(@PathVariable String organisation, @PathVariable String name, Model model) {
        RepositoryRef repository = new RepositoryRef(organisation, name);
        model.addAttribute("repository", repository);
        model.addAttribute("builds", builds.of(repository, MOST_BUILDS));
        model.addAttribute("now", clock.instant());
        return "builds/list";
    }

    @PostMapping("/builds/{id}/cancel")
    @Access(Permission.CHANGE_SERVICE)
    String cancel(@PathVariable long id, RedirectAttributes attributes) {
        control.cancel(existing.get(id), actor.get());
        Flash.info(attributes, "Build " + id + " is stopped.");
        return "redirect:/builds/" + id;
    }

    @PostMapping("/builds/{id}/retry")
    @Access(Permission.CHANGE_SERVICE)
    String retry(@PathVariable long id, RedirectAttributes attributes) {
        control.retry(existing.get(id), actor.get());
        Flash.info(attributes, "Build " + id + " is queued again.");
        return "redirect:/builds/" + id;
    }
}
