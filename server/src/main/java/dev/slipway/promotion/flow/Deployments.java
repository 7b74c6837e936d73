package dev.slipway.promotion.flow;

import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Intent;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.platform.Platforms;
import dev.slipway.promotion.Promotion;
import java.util.List;
import org.springframework.stereotype.Component;

/** Words the requests with which promotions change Git. */
@Component
class Deployments {

    /** The kind of change that goes back; commits carry it as {@code Slipway-Kind}. */
    static final String ROLLBACK = "rollback";

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

    /** A rollback of one commit: what it changed is undone. */
    ChangeRequest revert(Promotion promotion, ChangeId id, CommitId commit) {
        return request(promotion, id, ROLLBACK, new Intent.Revert(commit), backwards(promotion));
    }

    /** A rollback that no revert brings about: the Release that ran before, written anew. */
    ChangeRequest setBack(Promotion promotion, ChangeId id) {
        return request(
                promotion,
                id,
                ROLLBACK,
                new Intent.SetRelease(promotion.service(), promotion.to(), promotion.release()),
                backwards(promotion));
    }

    private static String backwards(Promotion promotion) {
        return "Roll " + promotion.service() + " back in " + promotion.to() + " to "
                + promotion.release().commit().brief();
    }

    private ChangeRequest request(Promotion promotion, ChangeId id, String kind, Intent intent, String title) {
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
