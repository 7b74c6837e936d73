package dev.slipway.promotion.flow;

import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Intent;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.platform.Platforms;
import dev.slipway.promotion.Promotion;
import java.util.List;
import org.springframework.stereotype.Component;

/** Words the requests with which promotions change Git. */
@Component
class Deployments {

    private final Platforms platforms;

    Deployments(Platforms platforms) {
        this.platforms = platforms;
    }

    ChangeRequest setRelease(Promotion promotion, ChangeId id) {
        String verb = promotion.kind() == Promotion.Kind.DEPLOYMENT ? "Deploy " : "Promote ";
        String from = promotion.from() == null ? "" : " from " + promotion.from();
        return request(
                promotion,
                id,
                "release",
                new Intent.SetRelease(promotion.service(), promotion.to(), promotion.release()),
                verb + promotion.service() + " " + promotion.release().commit().brief() + " to " + promotion.to()
                        + from);
    }

    /** A rollback whose revert conflicts: the Release before, written anew. */
    ChangeRequest setBack(Promotion promotion, ChangeId id) {
        return request(
                promotion,
                id,
                "rollback",
                new Intent.SetRelease(promotion.service(), promotion.to(), promotion.release()),
                "Roll " + promotion.service() + " back in " + promotion.to() + " to "
                        + promotion.release().commit().brief());
    }

    ChangeRequest request(Promotion promotion, ChangeId id, String kind, Intent intent, String title) {
        List<String> approvedBy = promotion.approvals().stream()
                .filter(Promotion.Approval::approved)
                .map(Promotion.Approval::account)
                .toList();
        return new ChangeRequest(
                id,
                platforms.current().repository(),
                "main",
                intent,
                kind,
                promotion.service(),
                promotion.to(),
                title,
                "",
                new Actor.Automation("promotion", promotion.requestedBy()),
                approvedBy,
                ChangeRequest.Delivery.BY_POLICY);
    }
}
