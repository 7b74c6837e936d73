package dev.slipway.audit.store;

import dev.slipway.audit.Audit;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditVerification.Broken;
import dev.slipway.kernel.Actor;
import dev.slipway.operations.Disposal;
import dev.slipway.operations.Disposed;
import dev.slipway.operations.RetentionPeriod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Moves entries of whole months into files, one for each, when the month has been over for long enough. The file is on the
 * disk before its entries leave the table, in one transaction; a part of the chain that is broken stays where it is.
 */
@Component
class AuditArchiving implements Disposal {

    private static final int AT_ONCE = 1000;

    private final AuditTable table;
    private final ArchiveTable archives;
    private final ArchiveFiles files;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final RetentionPeriod period;
    private final Clock clock;

    AuditArchiving(
            AuditTable table,
            ArchiveTable archives,
            ArchiveFiles files,
            Audit audit,
            TransactionOperations transaction,
            @Value("${slipway.retention.audit:400d}") String period,
            Clock clock) {
        this.table = table;
        this.archives = archives;
        this.files = files;
        this.audit = audit;
        this.transaction = transaction;
        this.period = RetentionPeriod.valueOf(period);
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "Entries of the audit";
    }

    @Override
    public String rule() {
        return period.days() == 0
                ? "All stay in the database."
                : "They stay in the database for " + period + ", then whole months go to archives in "
                        + ArchiveFiles.DIRECTORY + ".";
    }

    @Override
    public Disposed dispose(Mode mode) {
        Optional<Instant> cutoff = period.cutoff(clock.instant());
        Disposed all = Disposed.nothing();
        if (cutoff.isEmpty()) {
            return all;
        }
        Optional<AuditEntry> first = table.oldestFirst(0, 1).stream().findFirst();
        while (first.isPresent()) {
            Optional<Disposed> one = month(first.get(), cutoff.get(), mode);
            if (one.isEmpty()) {
                return all;
            }
            all = all.plus(one.get());
            if (!one.get().blockers().isEmpty()) {
                return all;
            }
            first = table.oldestFirst(first.get().number() + one.get().count() - 1, 1).stream()
                    .findFirst();
        }
        return all;
    }

    /** The month that begins with this entry; empty when it stays. */
    private Optional<Disposed> month(AuditEntry first, Instant cutoff, Mode mode) {
        YearMonth month = YearMonth.from(first.at().atOffset(ZoneOffset.UTC));
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        long last = archives.lastBefore(first.number(), end);
        if (end.isAfter(cutoff) || last < first.number()) {
            return Optional.empty();
        }
        long bytes = archives.bytes(first.number(), last);
        if (mode == Mode.REMOVE) {
            Optional<Broken> fault = archive(first.number(), last);
            if (fault.isPresent()) {
                return Optional.of(Disposed.blocked(List.of("The chain is broken, so that nothing is archived: "
                        + fault.get().reason())));
            }
        }
        String said = month + ": entries " + first.number() + " to " + last + ", to "
                + ArchiveFiles.name(first.number(), last);
        return Optional.of(new Disposed(last - first.number() + 1, bytes, List.of(said), List.of()));
    }

    private Optional<Broken> archive(long first, long last) {
        String previous = archives.oldestFirst().stream()
                .reduce((_, newest) -> newest)
                .map(Archive::lastHash)
                .orElse(AuditRow.GENESIS);
        ChainWalk walk = new ChainWalk(Optional.empty(), first - 1, previous);
        Optional<Broken> fault = walk(walk, last);
        if (fault.isPresent()) {
            return fault;
        }
        try {
            String sha256 = files.write(first, last, previous, sink -> {
                for (long number = first; number <= last; number += AT_ONCE) {
                    for (AuditEntry entry : page(number - 1, last)) {
                        sink.take(entry);
                    }
                }
            });
            Archive archive = new Archive(first, last, previous, walk.hash(), ArchiveFiles.name(first, last), sha256);
            transaction.executeWithoutResult(_ -> replace(archive));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The archive of the audit could not be written", e);
        }
    }

    private Optional<Broken> walk(ChainWalk walk, long last) {
        while (walk.number() < last) {
            List<AuditEntry> page = page(walk.number(), last);
            if (page.isEmpty()) {
                return Optional.of(new Broken(walk.number() + 1, "Entry " + (walk.number() + 1) + " is missing."));
            }
            for (AuditEntry entry : page) {
                Optional<Broken> fault = walk.next(entry);
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }

    private List<AuditEntry> page(long after, long last) {
        return table.oldestFirst(after, AT_ONCE).stream()
                .filter(entry -> entry.number() <= last)
                .toList();
    }

    private void replace(Archive archive) {
        int removed = archives.replaceEntries(archive, clock.instant());
        if (removed != archive.entries()) {
            throw new IllegalStateException(
                    removed + " instead of " + archive.entries() + " entries of the audit would go.");
        }
        audit.record(
                Actor.system("retention"),
                "audit.archived",
                "installation",
                Map.of(
                        "entries", archive.first() + " to " + archive.last(),
                        "file", archive.file(),
                        "sha256", archive.sha256()));
    }
}
