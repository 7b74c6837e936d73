package dev.slipway.desiredstate;

import dev.slipway.gitops.inspect.Inspection;
import java.time.Duration;

/** What there is in the platform repository: where images are decided, what told an environment, what cannot be read. */
public interface Inspections {

    /** Of live updates: something else is known. */
    String TOPIC = "applications";

    /** What is known after this time at most. Reads Git, so never inside a transaction. */
    Recent<Inspection> recent(Duration patience);
}
