package dev.slipway.previews;

import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ServiceName;
import java.util.Optional;

/** The previews of all pull requests that are open, and of those whose previews are still being taken away. */
public interface Previews {

    /** The newest pull requests first. */
    PreviewPage list(PreviewQuery query);

    Optional<Preview> find(ServiceName service, int number);

    /** Ends it until the next commit. */
    void end(ServiceName service, int number, Actor actor);

    /** Begins its time to live anew; brings it back when that was up, or somebody ended it. */
    void renew(ServiceName service, int number, Actor actor);

    /**
     * Lets this one commit of an author who may not push be previewed; the next commit needs another approval.
     *
     * @throws PreviewsException with CONFLICT when it is no longer the newest
     */
    void approve(ServiceName service, int number, CommitId commit, Actor actor);
}
