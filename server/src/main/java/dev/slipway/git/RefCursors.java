package dev.slipway.git;

import dev.slipway.kernel.RepositoryRef;
import java.util.List;

/** Remembers per consumer how far it has seen each ref, so that no push is missed or taken twice. */
public interface RefCursors {

    /**
     * The refs of all hosted repositories whose commit differs from what this consumer has seen; deleted refs too. A repository that
     * cannot be read is left out.
     */
    List<RefMovement> movements(String consumer);

    /**
     * As {@link #movements(String)}, for one repository.
     *
     * @throws java.io.UncheckedIOException when it cannot be read
     */
    List<RefMovement> movements(String consumer, RepositoryRef repository);

    /** Remembers that the consumer has dealt with this movement; joins the caller's transaction. */
    void advance(String consumer, RefMovement movement);
}
