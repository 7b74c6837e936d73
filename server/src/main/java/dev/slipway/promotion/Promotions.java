package dev.slipway.promotion;

import dev.slipway.kernel.Actor;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ServiceName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moving Releases between environments. Every command checks its actor's permission for the service's team. */
public interface Promotions {

    /** Asks for the promotion of what runs in the environment before (or of this Release) to this one. Asking twice returns the one that waits. */
    Promotion request(ServiceName service, EnvironmentName to, @Nullable String releaseId, Actor actor);

    /**
     * @param over the Release that was live when the candidate was judged, or {@code nothing}: when another is live by then, it
     *     does not count; null for whatever is live
     */
    Promotion approve(PromotionId id, @Nullable String over, String comment, Actor actor);

    Promotion reject(PromotionId id, String reason, Actor actor);

    Promotion cancel(PromotionId id, Actor actor);

    /**
     * Passes one gate without its condition. Where authors may not approve, they cannot do without the approval either.
     *
     * @param over as with {@link #approve}
     */
    Promotion override(PromotionId id, String gate, @Nullable String over, String reason, Actor actor);

    /** Whether this actor may cancel it now: nothing of it has been written, and it is a service that the actor may promote. */
    boolean cancellable(PromotionId id, Actor actor);

    /** The keys of the gates that this actor may let pass now. */
    List<String> overridable(PromotionId id, Actor actor);

    /**
     * Goes back to the Release before; sets a hold on the environment and a veto on the Release.
     *
     * @throws PromotionException with CONFLICT when another Release is live than the one that is to be left, or the way back leads
     *     to another than the one that was chosen; nothing is written then
     */
    Promotion rollBack(ServiceName service, EnvironmentName environment, Rollback rollback, Actor actor);

    void liftHold(ServiceName service, EnvironmentName environment, String reason, Actor actor);

    void liftVeto(ServiceName service, String releaseId, String reason, Actor actor);

    /** What may not be promoted, newest first. */
    List<Veto> vetoes(ServiceName service);

    Optional<Promotion> find(PromotionId id);

    /** What it changes in its environment; empty for one that ended before it changed anything. Reads Git. */
    Optional<PromotionContent> content(PromotionId id);

    /**
     * Newest first.
     *
     * @param environment null for all
     */
    List<Promotion> history(ServiceName service, @Nullable EnvironmentName environment, int limit);

    /** Promotions that wait for an approval that this account may give. */
    List<Promotion> awaitingApprovalBy(String account);

    /** How each environment of the service stands: live Release, candidate, gates, hold, and why nothing moves. */
    List<EnvironmentStanding> standings(ServiceName service);
}
