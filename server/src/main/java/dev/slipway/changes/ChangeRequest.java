package dev.slipway.changes;

import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An intent with what the commit says about it.
 *
 * @param id chosen by the caller before anything happens, so that a repeated submission is recognised
 * @param kind the trailer Slipway-Kind: {@code release}, {@code rollback}, {@code scaffold}, {@code delete}, {@code configure},
 *     {@code platform} …
 * @param title the commit's subject, imperative
 * @param body the commit's or pull request's body; may be empty
 * @param approvedBy accounts for the trailer Slipway-Approved-By
 * @param delivery direct, or through a pull request, whatever the policy would allow
 */
public record ChangeRequest(
        ChangeId id,
        RepositoryRef repository,
        String branch,
        Intent intent,
        String kind,
        @Nullable ServiceName service,
        @Nullable EnvironmentName environment,
        String title,
        String body,
        Actor actor,
        List<String> approvedBy,
        Delivery delivery) {

    /** How the change reaches its branch. */
    public enum Delivery {
        /** As {@link WritePolicy} says: directly where the writer may, otherwise a pull request. */
        BY_POLICY,
        /** A pull request that Slipway merges when its required checks pass. */
        PULL_REQUEST_MERGED_ON_GREEN,
        /** A pull request for people to merge. */
        PULL_REQUEST_FOR_REVIEW
    }

    public ChangeRequest {
        approvedBy = List.copyOf(approvedBy);
    }
}
