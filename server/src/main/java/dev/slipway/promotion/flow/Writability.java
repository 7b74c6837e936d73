package dev.slipway.promotion.flow;

import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Intent;
import dev.slipway.changes.Plan;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.Platforms;
import dev.slipway.promotion.PromotionException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether a Release could be written at all: better said when it is asked for than when its gates are open. */
@Component
class Writability {

    private final Changes changes;
    private final Platforms platforms;

    Writability(Changes changes, Platforms platforms) {
        this.changes = changes;
        this.platforms = platforms;
    }

    /** @throws PromotionException with CONFLICT and every reason when it could not */
    void require(ServiceName service, EnvironmentName environment, Release release, Actor actor) {
        ChangeRequest request = new ChangeRequest(
                ChangeId.random(),
                platforms.current().repository(),
                "main",
                new Intent.SetRelease(service, environment, release),
                "release",
                service,
                environment,
                "",
                "",
                actor,
                List.of(),
                ChangeRequest.Delivery.BY_POLICY);
        switch (changes.plan(request)) {
            case Plan.Write _ -> {}
            case Plan.Conflict conflict -> throw new PromotionException(ProblemCode.CONFLICT, conflict.problems());
            case Plan.Refused refused -> throw new PromotionException(ProblemCode.CONFLICT, refused.problems());
        }
    }
}
