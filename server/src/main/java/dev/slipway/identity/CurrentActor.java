package dev.slipway.identity;

import dev.slipway.kernel.Actor;
import java.util.Optional;

/** Who is calling, in the thread of a request (page, REST or Git). */
public interface CurrentActor {

    /** Empty when nobody is signed in. */
    Optional<Actor> find();

    /** @throws IdentityException with code UNAUTHENTICATED when nobody is signed in */
    Actor get();
}
