package dev.slipway.scaffolder;

import dev.slipway.changes.ChangeRequest;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Environment;
import java.util.List;

/** The platform's part of a service (ADR 16), as a change of the platform repository. Reads Git: never inside a transaction. */
public interface ServiceDeclarations {

    /** The environments that this commit of the service's repository has an overlay for, in the definition's order. */
    List<Environment> environments(ServiceName service, CommitId commit);

    /**
     * Applications and routes in {@link #environments}, by a pull request.
     *
     * @param commit its configuration before the first Release
     * @throws ScaffolderException with INVALID when there is no overlay for any environment
     */
    ChangeRequest declare(
            ChangeId id,
            ServiceName service,
            TeamName team,
            CommitId commit,
            String body,
            Actor actor,
            ChangeRequest.Delivery delivery);

    /**
     * Application and routes in one environment more, by a pull request that touches nothing of the others; it merges itself when its
     * checks pass, unless the definition leaves that to people.
     *
     * @param commit its configuration before the first Release, with the overlay
     */
    ChangeRequest add(
            ChangeId id,
            ServiceName service,
            TeamName team,
            Environment environment,
            CommitId commit,
            String body,
            Actor actor);

    /** Takes away what {@link #declare} brought. */
    ChangeRequest takeBack(ChangeId id, ServiceName service, String body, Actor actor);
}
