package dev.slipway.previews.web;

import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ServiceName;
import dev.slipway.previews.Preview;
import dev.slipway.previews.PreviewState;
import dev.slipway.previews.Previews;
import dev.slipway.ui.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one preview, and what its buttons ask for. */
@Controller
@RequestMapping("/previews/{service}/{number}")
class PreviewPages {

    private final Previews previews;
    private final ExistingPreviews existing;
    private final DeliveryEngine delivery;
    private final RepositoryAccess access;
    private final Permissions permissions;
    private final CurrentActor actor;

    PreviewPages(
            Previews previews,
            ExistingPreviews existing,
            DeliveryEngine delivery,
            RepositoryAccess access,
            Permissions permissions,
            CurrentActor actor) {
        this.previews = previews;
        this.existing = existing;
        this.delivery = delivery;
        this.access = access;
        this.permissions = permissions;
        this.actor = actor;
    }

    @GetMapping
    @Access(Permission.VIEW)
    String preview(@PathVariable String service, @PathVariable int number, Model model) {
        Preview preview = existing.get(service, number);
        model.addAttribute("preview", preview);
        model.addAttribute(
                "live",
                preview.release() == null
                        ? null
                        : delivery.state(preview.application()).orElse(null));
        model.addAttribute(
                "mayChange",
                preview.state() != PreviewState.REMOVING
                        && permissions.allows(actor.get(), Permission.CHANGE_SERVICE, preview.team()));
        model.addAttribute("mayApprove", mayApprove(preview));
        return "previews/preview";
    }

    /** Whether it waits for just that. */
    private boolean mayApprove(Preview preview) {
        var repository = preview.pullRequest().repository();
        return preview.state() == PreviewState.WAITING
                && !access.mayPropose(new Actor.Person(preview.author()), repository)
                && access.mayMerge(actor.get(), repository);
    }

    @PostMapping("/end")
    @Access(Permission.CHANGE_SERVICE)
    String end(@PathVariable String service, @PathVariable int number, RedirectAttributes redirect) {
        previews.end(new ServiceName(service), number, actor.get());
        Flash.info(redirect, "The preview ends. The next commit brings it back.");
        return page(service, number);
    }

    @PostMapping("/renew")
    @Access(Permission.CHANGE_SERVICE)
    String renew(@PathVariable String service, @PathVariable int number, RedirectAttributes redirect) {
        previews.renew(new ServiceName(service), number, actor.get());
        Flash.success(redirect, "The preview's time begins anew.");
        return page(service, number);
    }

    @PostMapping("/approve")
    @Access(Permission.CHANGE_SERVICE)
    String approve(
            @PathVariable String service,
            @PathVariable int number,
            @RequestParam String commit,
            RedirectAttributes redirect) {
        previews.approve(new ServiceName(service), number, new CommitId(commit), actor.get());
        Flash.success(redirect, "This commit is previewed. The next one needs another approval.");
        return page(service, number);
    }

    private static String page(String service, int number) {
        return "redirect:/previews/" + new ServiceName(service) + "/" + number;
    }
}
