package dev.slipway.scaffolder.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.scaffolder.RunPage;
import dev.slipway.scaffolder.RunQuery;
import dev.slipway.scaffolder.RunStatus;
import dev.slipway.scaffolder.TemplateRuns;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All runs, page by page. */
@Controller
class RunListPage {

    private static final int ON_A_PAGE = 25;

    private final TemplateRuns runs;
    private final CurrentActor actor;

    RunListPage(TemplateRuns runs, CurrentActor actor) {
        this.runs = runs;
        this.actor = actor;
    }

    @GetMapping("/create/runs")
    @Access(Permission.VIEW)
    String list(
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable RunStatus status,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Set<String> accounts = mine ? Set.of(actor.get().account()) : Set.of();
        Set<RunStatus> statuses = status == null ? Set.of() : Set.of(status);
        int number = Math.clamp(page, 1, 1_000_000);
        RunPage found =
                runs.page(new RunQuery(accounts, statuses, Set.of(), List.of(), ON_A_PAGE, (number - 1L) * ON_A_PAGE));
        int pages = (int) Math.max(1, (found.total() + ON_A_PAGE - 1) / ON_A_PAGE);
        model.addAttribute("list", new RunList(found, mine, status, number, pages));
        return "scaffolder/runs";
    }
}
