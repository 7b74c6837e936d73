package dev.slipway.scaffolder.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.scaffolder.run.ActionRegistry;
import dev.slipway.scaffolding.action.ActionListing;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The actions over REST, as Backstage's API has them. */
@RestController
class ActionsApi {

    private final ActionRegistry registry;

    ActionsApi(ActionRegistry registry) {
        this.registry = registry;
    }

    @GetMapping("/api/scaffolder/v2/actions")
    @Access(Permission.VIEW)
    List<ActionListing> actions() {
        return registry.actions().all().stream().map(ActionListing::of).toList();
    }
}
