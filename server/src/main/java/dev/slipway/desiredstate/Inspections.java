package dev.slipway.desiredstate;

import dev.slipway.gitops.inspect.Inspection;
import java.util.Optional;

/** What there is in the platform repository: where images are decided, what told an environment, what cannot be read. */
public interface Inspections {

    /**
     * Of the current desired state; empty before there is one. Of thousands of Applications that takes many seconds. Reads Git,
     * so never inside a transaction.
     */
    Optional<Inspection> current();

    /** What is known within a moment. Reads Git, so never inside a transaction. */
    Recent recent();

    /** What is known. */
    sealed interface Recent {

        /** There is no desired state yet. */
        record Nothing() implements Recent {}

        /** The desired state is being looked into for the first time; live updates of {@link #TOPIC} say when that is done. */
        record Reading() implements Recent {}

        /**
         * The newest there is.
         *
         * @param desired what was looked into
         * @param newest whether that is the newest commit of main; false while a newer one is being read
         */
        record Known(Desired desired, Inspection inspection, boolean newest) implements Recent {}
    }

    /** Of live updates: something else is known. */
    String TOPIC = "applications";
}
