package dev.slipway.audit.store;

import dev.slipway.audit.Audit;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditQuery;
import dev.slipway.audit.AuditVerification;
import dev.slipway.audit.AuditVerification.Broken;
import dev.slipway.audit.AuditVerification.Intact;
import dev.slipway.kernel.Actor;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Appends in the caller's transaction: what is rolled back was never recorded, what is committed always is. */
@Service
class ChainedAudit implements Audit {

    private static final int MOST = 500;
    private static final int AT_ONCE = 1000;

    private final AuditTable table;
    private final ChainHead head;
    private final Clock clock;

    ChainedAudit(AuditTable table, ChainHead head, Clock clock) {
        this.table = table;
        this.head = head;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void record(Actor actor, String action, String subject, Map<String, String> details) {
        table.lock();
        Optional<AuditEntry> last = table.last();
        AuditRow row = new AuditRow(
                last.map(AuditEntry::number).orElse(0L) + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.account(),
                actor.toString(),
                action,
                subject,
                new TreeMap<>(details));
        String hash = row.hash(last.map(AuditEntry::hash).orElse(AuditRow.GENESIS));
        table.add(row, hash);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                head.advance(row.number(), hash);
            }
        });
    }

    @Override
    public List<AuditEntry> entries(AuditQuery query) {
        return table.newestFirst(new AuditQuery(
                query.account(), query.subjectPrefix(), query.before(), Math.clamp(query.limit(), 1, MOST)));
    }

    @Override
    public AuditVerification verify() {
        Optional<ChainHead.Head> known = head.read();
        long number = 0;
        String previous = AuditRow.GENESIS;
        for (List<AuditEntry> page = table.oldestFirst(0, AT_ONCE);
                !page.isEmpty();
                page = table.oldestFirst(number, AT_ONCE)) {
            for (AuditEntry entry : page) {
                number++;
                Optional<Broken> fault = fault(entry, number, previous, known);
                if (fault.isPresent()) {
                    return fault.get();
                }
                previous = entry.hash();
            }
        }
        long end = number;
        return known.filter(last -> last.number() > end)
                .<AuditVerification>map(last -> new Broken(
                        end + 1, "Entries " + (end + 1) + " to " + last.number() + " are gone from the chain's end."))
                .orElse(new Intact(end));
    }

    private static Optional<Broken> fault(
            AuditEntry entry, long number, String previous, Optional<ChainHead.Head> known) {
        if (entry.number() != number) {
            return Optional.of(new Broken(number, "Entry " + number + " is missing."));
        }
        if (!AuditRow.of(entry).hash(previous).equals(entry.hash())) {
            return Optional.of(new Broken(number, "Entry " + number + " was changed after it was written."));
        }
        return known.filter(last -> last.number() == number && !last.hash().equals(entry.hash()))
                .map(_ -> new Broken(number, "Entry " + number + " is not the one that audit.head names."));
    }
}
