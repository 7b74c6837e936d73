package dev.slipway.delivery.sync;

import dev.slipway.delivery.objects.LiveObject;

/** How the objects of a step are: says when a sync may go on. */
public interface Judge {

    boolean healthy(LiveObject object);

    /** Whether it will not become healthy by waiting. */
    boolean failed(LiveObject object);

    /** Why it is not healthy, for people. */
    String reason(LiveObject object);
}
