package dev.slipway.promotion.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ServiceName;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionException;
import dev.slipway.promotion.PromotionId;
import dev.slipway.promotion.Promotions;
import dev.slipway.promotion.Rollback;
import dev.slipway.ui.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one promotion, and what forms on pages ask of promotions. */
@Controller
class PromotionPages {

    private final Promotions promotions;
    private final CurrentActor actor;

    PromotionPages(Promotions promotions, CurrentActor actor) {
        this.promotions = promotions;
        this.actor = actor;
    }

    @GetMapping("/promotions/{id}")
    @Access(Permission.VIEW)
    String promotion(@PathVariable long id, Model model) {
        Promotion promotion = promotions
                .find(new PromotionId(id))
                .orElseThrow(() ->
                        new PromotionException(ProblemCode.NOT_FOUND, Problem.of("There is no promotion " + id + ".")));
        boolean mayApprove = promotions.awaitingApprovalBy(actor.get().account()).stream()
                .anyMatch(each -> each.id().equals(promotion.id()));
        model.addAttribute("promotion", promotion);
        model.addAttribute("content", promotions.content(promotion.id()).orElse(null));
        model.addAttribute("mayApprove", mayApprove);
        model.addAttribute("mayCancel", promotions.cancellable(promotion.id(), actor.get()));
        model.addAttribute("overridable", promotions.overridable(promotion.id(), actor.get()));
        return "promotion/promotion";
    }

    @PostMapping("/services/{service}/environments/{environment}/promote")
    @Access(Permission.PROMOTE)
    String promote(
            @PathVariable String service,
            @PathVariable String environment,
            @RequestParam String release,
            RedirectAttributes redirect) {
        Promotion promotion =
                promotions.request(new ServiceName(service), new EnvironmentName(environment), release, actor.get());
        Flash.success(redirect, "Promotion " + promotion.id() + " to " + environment + " has begun.");
        return page(promotion);
    }

    @PostMapping("/services/{service}/environments/{environment}/roll-back")
    @Access(Permission.ROLL_BACK)
    String rollBack(
            @PathVariable String service,
            @PathVariable String environment,
            @RequestParam String from,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        Promotion promotion = promotions.rollBack(
                new ServiceName(service),
                new EnvironmentName(environment),
                new Rollback(from, null, reason),
                actor.get());
        Flash.success(
                redirect,
                environment + " goes back to " + promotion.release().commit().brief() + ".");
        return page(promotion);
    }

    @PostMapping("/services/{service}/environments/{environment}/lift-hold")
    @Access(Permission.LIFT_HOLD)
    String liftHold(
            @PathVariable String service,
            @PathVariable String environment,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        promotions.liftHold(new ServiceName(service), new EnvironmentName(environment), reason, actor.get());
        Flash.success(redirect, environment + " is no longer on hold.");
        return "redirect:/services/" + service;
    }

    @PostMapping("/services/{service}/releases/{release}/lift-veto")
    @Access(Permission.LIFT_HOLD)
    String liftVeto(
            @PathVariable String service,
            @PathVariable String release,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        promotions.liftVeto(new ServiceName(service), release, reason, actor.get());
        Flash.success(redirect, "Release " + release + " may be promoted again.");
        return "redirect:/services/" + service;
    }

    @PostMapping("/promotions/{id}/approve")
    @Access(Permission.APPROVE)
    String approve(
            @PathVariable long id,
            @RequestParam String over,
            @RequestParam(defaultValue = "") String comment,
            RedirectAttributes redirect) {
        promotions.approve(new PromotionId(id), over, comment, actor.get());
        Flash.success(redirect, "You approved promotion " + id + ".");
        return "redirect:/promotions/" + id;
    }

    @PostMapping("/promotions/{id}/reject")
    @Access(Permission.APPROVE)
    String reject(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        promotions.reject(new PromotionId(id), reason, actor.get());
        Flash.info(redirect, "You rejected promotion " + id + ".");
        return "redirect:/promotions/" + id;
    }

    @PostMapping("/promotions/{id}/cancel")
    @Access(Permission.PROMOTE)
    String cancel(@PathVariable long id, RedirectAttributes redirect) {
        promotions.cancel(new PromotionId(id), actor.get());
        Flash.info(redirect, "Promotion " + id + " is cancelled.");
        return "redirect:/promotions/" + id;
    }

    @PostMapping("/promotions/{id}/override")
    @Access(Permission.LIFT_HOLD)
    String override(
            @PathVariable long id,
            @RequestParam String gate,
            @RequestParam String over,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        promotions.override(new PromotionId(id), gate, over, reason, actor.get());
        Flash.success(redirect, "The gate " + gate + " lets promotion " + id + " pass.");
        return "redirect:/promotions/" + id;
    }

    private static String page(Promotion promotion) {
        return "redirect:/promotions/" + promotion.id();
    }
}
