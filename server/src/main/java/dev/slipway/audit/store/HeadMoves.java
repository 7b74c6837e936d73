package dev.slipway.audit.store;

import dev.slipway.audit.AuditEntry;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says whether the head may move on to a new entry: only where the chain leads there from the head. Otherwise new entries after a
 * cut would carry the head away from where the cut shows.
 */
@Component
class HeadMoves {

    private static final Logger LOG = LoggerFactory.getLogger(HeadMoves.class);
    private static final int AT_ONCE = 1000;

    private final AuditTable table;
    private final ChainHead head;
    private volatile boolean told;

    HeadMoves(AuditTable table, ChainHead head) {
        this.table = table;
        this.head = head;
    }

    /**
     * Whether the newest entry is the head or comes after it. Call it while nobody else appends.
     *
     * @param newest empty when there is none
     */
    boolean leadTo(Optional<AuditEntry> newest) {
        Optional<ChainHead.Head> known = head.known();
        boolean leads = known.isEmpty()
                || newest.filter(entry -> leads(known.get(), entry)).isPresent();
        if (!leads) {
            long end = newest.map(AuditEntry::number).orElse(0L);
            known.filter(last -> end < last.number()).ifPresent(_ -> head.lose(end + 1));
        }
        if (!leads && !told) {
            told = true;
            LOG.error(
                    "The audit's chain does not lead on from entry {}, its head until now. The head stays there.",
                    known.get().number());
        }
        return leads;
    }

    private boolean leads(ChainHead.Head from, AuditEntry newest) {
        if (newest.number() <= from.number()) {
            return newest.number() == from.number() && newest.hash().equals(from.hash());
        }
        return isThere(from) && isWhole(from, newest);
    }

    private boolean isThere(ChainHead.Head from) {
        return table.oldestFirst(from.number() - 1, 1).stream()
                .anyMatch(
                        entry -> entry.number() == from.number() && entry.hash().equals(from.hash()));
    }

    /** One step as a rule; more after a process that ended between a commit and the file, or beside another process. */
    private boolean isWhole(ChainHead.Head from, AuditEntry newest) {
        ChainWalk walk = new ChainWalk(Optional.empty(), from.number(), from.hash());
        while (walk.number() < newest.number()) {
            List<AuditEntry> page = table.oldestFirst(walk.number(), AT_ONCE);
            if (page.isEmpty()
                    || page.stream().anyMatch(entry -> walk.next(entry).isPresent())) {
                return false;
            }
        }
        return true;
    }
}
