package dev.slipway.audit.store;

import dev.slipway.audit.Audit;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditQuery;
import dev.slipway.audit.AuditVerification;
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

    private final AuditTable table;
    private final ChainHead head;
    private final HeadMoves moves;
    private final ChainVerification verification;
    private final Clock clock;

    ChainedAudit(AuditTable table, ChainHead head, HeadMoves moves, ChainVerification verification, Clock clock) {
        this.table = table;
        this.head = head;
        this.moves = moves;
        this.verification = verification;
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
        if (moves.leadTo(last)) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    head.advance(new ChainHead.Head(row.number(), hash));
                }
            });
        }
    }

    @Override
    public List<AuditEntry> entries(AuditQuery query) {
        return table.newestFirst(new AuditQuery(
                query.account(), query.subjectPrefix(), query.before(), Math.clamp(query.limit(), 1, MOST)));
    }

    @Override
    public AuditVerification verify() {
        return verification.verify();
    }
}
