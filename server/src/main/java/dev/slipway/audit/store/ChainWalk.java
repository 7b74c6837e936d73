package dev.slipway.audit.store;

import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditVerification.Broken;
import java.util.Optional;

/** Goes along the chain, entry by entry, whether they come from a file or from the table. */
final class ChainWalk {

    private final Optional<ChainHead.Head> known;
    private long number;
    private String previous;

    /** @param known what the chain's end is known to be */
    ChainWalk(Optional<ChainHead.Head> known, long number, String previous) {
        this.known = known;
        this.number = number;
        this.previous = previous;
    }

    static ChainWalk fromTheBeginning(Optional<ChainHead.Head> known) {
        return new ChainWalk(known, 0, AuditRow.GENESIS);
    }

    /** What is wrong with the next entry, if anything. */
    Optional<Broken> next(AuditEntry entry) {
        number++;
        if (entry.number() != number) {
            return Optional.of(new Broken(number, "Entry " + number + " is missing."));
        }
        if (!AuditRow.of(entry).hash(previous).equals(entry.hash())) {
            return Optional.of(new Broken(number, "Entry " + number + " was changed after it was written."));
        }
        previous = entry.hash();
        return known.filter(last -> last.number() == number && !last.hash().equals(entry.hash()))
                .map(_ -> new Broken(number, "Entry " + number + " is not the one that audit.head names."));
    }

    /** The last entry that was passed. */
    long number() {
        return number;
    }

    /** Its hash. */
    String hash() {
        return previous;
    }
}
