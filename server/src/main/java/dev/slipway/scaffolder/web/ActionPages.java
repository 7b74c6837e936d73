package dev.slipway.scaffolder.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.scaffolder.ScaffolderException;
import dev.slipway.scaffolder.run.ActionRegistry;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.Actions;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What templates can do here: all actions, and the page of each. */
@Controller
class ActionPages {

    private final ActionRegistry registry;

    ActionPages(ActionRegistry registry) {
        this.registry = registry;
    }

    @GetMapping("/create/actions")
    @Access(Permission.VIEW)
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        List<ActionView> all =
                registry.actions().all().stream().map(ActionView::of).toList();
        model.addAttribute("query", q);
        model.addAttribute("all", all.size());
        model.addAttribute(
                "actions", all.stream().filter(action -> action.matches(q)).toList());
        return "scaffolder/actions";
    }

    @GetMapping("/create/actions/{id}")
    @Access(Permission.VIEW)
    String one(@PathVariable String id, Model model) {
        Actions actions = registry.actions();
        Action action = actions.find(id)
                .orElseThrow(() -> new ScaffolderException(ProblemCode.NOT_FOUND, Problem.of(actions.unknown(id))));
        model.addAttribute("action", ActionView.of(action));
        return "scaffolder/action";
    }
}
