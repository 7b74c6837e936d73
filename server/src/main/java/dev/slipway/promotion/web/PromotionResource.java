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
import dev.slipway.promotion.Veto;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Promotions over REST. */
@RestController
@RequestMapping("/api/v1")
class PromotionResource {

    private static final String OVER =
            "The id of the Release that was live when you judged the candidate, or \"nothing\". When"
                    + " another is live by then, it is a conflict and nothing is written.";

    private final Promotions promotions;
    private final CurrentActor actor;

    PromotionResource(Promotions promotions, CurrentActor actor) {
        this.promotions = promotions;
        this.actor = actor;
    }

    /** Which Release; without one, what runs in the environment before. */
    record Wanted(
            @Schema(
                    description =
                            "The Release's id. When another runs in the environment before by then, it is a conflict.")
            @Nullable
            String release) {}

    /** Why, and what somebody saw who wants it. */
    record Back(
            @Nullable String reason,

            @Schema(
                    description =
                            "The id of the Release that is left, as it was live when you looked. When another is live by"
                                    + " then, it is a conflict and nothing is written; without it, whatever is live is left.")
            @Nullable
            String from,

            @Schema(
                    description =
                            "The id of the Release that you mean to go back to. When the way back leads to another, it is"
                                    + " a conflict and nothing is written.")
            @Nullable
            String to) {
        Rollback rollback() {
            return new Rollback(from, to, Objects.requireNonNullElse(reason, ""));
        }
    }

    /** Why. */
    record Reason(@Nullable String reason) {
        String text() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    /** A remark of who approves. */
    record Comment(
            @Nullable String comment,
            @Schema(description = OVER) @Nullable String over) {}

    /** Which gate, and why it is let pass. */
    record Exemption(
            @Nullable String gate,
            @Nullable String reason,
            @Schema(description = OVER) @Nullable String over) {}

    @GetMapping("/services/{service}/promotions")
    @Access(Permission.VIEW)
    List<PromotionBody> history(
            @PathVariable String service,
            @RequestParam(required = false) @Nullable String environment,
            @RequestParam(defaultValue = "50") int limit) {
        EnvironmentName only = environment == null ? null : new EnvironmentName(environment);
        return promotions.history(new ServiceName(service), only, Math.clamp(limit, 1, 500)).stream()
                .map(PromotionBody::of)
                .toList();
    }

    @PostMapping("/services/{service}/environments/{environment}/promotions")
    @Access(Permission.PROMOTE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    PromotionBody request(
            @PathVariable String service,
            @PathVariable String environment,
            @RequestBody(required = false) @Nullable Wanted wanted) {
        return PromotionBody.of(promotions.request(
                new ServiceName(service),
                new EnvironmentName(environment),
                wanted == null ? null : wanted.release(),
                actor.get()));
    }

    @PostMapping("/services/{service}/environments/{environment}/rollback")
    @Access(Permission.ROLL_BACK)
    @ResponseStatus(HttpStatus.ACCEPTED)
    PromotionBody rollBack(@PathVariable String service, @PathVariable String environment, @RequestBody Back back) {
        return PromotionBody.of(promotions.rollBack(
                new ServiceName(service), new EnvironmentName(environment), back.rollback(), actor.get()));
    }

    @PostMapping("/services/{service}/environments/{environment}/hold/lift")
    @Access(Permission.LIFT_HOLD)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void liftHold(@PathVariable String service, @PathVariable String environment, @RequestBody Reason reason) {
        promotions.liftHold(new ServiceName(service), new EnvironmentName(environment), reason.text(), actor.get());
    }

    @PostMapping("/services/{service}/releases/{release}/veto/lift")
    @Access(Permission.LIFT_HOLD)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void liftVeto(@PathVariable String service, @PathVariable String release, @RequestBody Reason reason) {
        promotions.liftVeto(new ServiceName(service), release, reason.text(), actor.get());
    }

    @GetMapping("/services/{service}/vetoes")
    @Access(Permission.VIEW)
    List<Veto> vetoes(@PathVariable String service) {
        return promotions.vetoes(new ServiceName(service));
    }

    @GetMapping("/promotions/awaiting-approval")
    @Access(Permission.VIEW)
    List<PromotionBody> awaitingApproval() {
        return promotions.awaitingApprovalBy(actor.get().account()).stream()
                .map(PromotionBody::of)
                .toList();
    }

    @GetMapping("/promotions/{id}")
    @Access(Permission.VIEW)
    PromotionBody promotion(@PathVariable long id) {
        return PromotionBody.of(found(id));
    }

    @GetMapping("/promotions/{id}/content")
    @Access(Permission.VIEW)
    ContentBody content(@PathVariable long id) {
        return promotions
                .content(new PromotionId(id))
                .map(ContentBody::of)
                .orElseThrow(() -> new PromotionException(
                        ProblemCode.NOT_FOUND,
                        Problem.of("Promotion " + id + " changed nothing: it ended before anything was written.")));
    }

    @PostMapping("/promotions/{id}/approve")
    @Access(Permission.APPROVE)
    PromotionBody approve(@PathVariable long id, @RequestBody(required = false) @Nullable Comment comment) {
        Comment given = comment == null ? new Comment(null, null) : comment;
        String text = Objects.requireNonNullElse(given.comment(), "");
        return PromotionBody.of(promotions.approve(new PromotionId(id), given.over(), text, actor.get()));
    }

    @PostMapping("/promotions/{id}/reject")
    @Access(Permission.APPROVE)
    PromotionBody reject(@PathVariable long id, @RequestBody Reason reason) {
        return PromotionBody.of(promotions.reject(new PromotionId(id), reason.text(), actor.get()));
    }

    @PostMapping("/promotions/{id}/cancel")
    @Access(Permission.PROMOTE)
    PromotionBody cancel(@PathVariable long id) {
        return PromotionBody.of(promotions.cancel(new PromotionId(id), actor.get()));
    }

    @PostMapping("/promotions/{id}/override")
    @Access(Permission.LIFT_HOLD)
    PromotionBody override(@PathVariable long id, @RequestBody Exemption exemption) {
        return PromotionBody.of(promotions.override(
                new PromotionId(id),
                Objects.requireNonNullElse(exemption.gate(), ""),
                exemption.over(),
                Objects.requireNonNullElse(exemption.reason(), ""),
                actor.get()));
    }

    private Promotion found(long id) {
        return promotions
                .find(new PromotionId(id))
                .orElseThrow(() ->
                        new PromotionException(ProblemCode.NOT_FOUND, Problem.of("There is no promotion " + id + ".")));
    }
}
