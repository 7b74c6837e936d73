package dev.slipway.audit.store;

import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditVerification;
import dev.slipway.audit.AuditVerification.Broken;
import dev.slipway.audit.AuditVerification.Intact;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/** Walks archives and table as one chain, as they were at one moment: entries may move from one to the other meanwhile. */
@Component
class ChainVerification {

    private static final int AT_ONCE = 1000;

    private final AuditTable table;
    private final ArchiveTable archives;
    private final ArchiveFiles files;
    private final ChainHead head;
    private final TransactionTemplate oneMoment;

    ChainVerification(
            AuditTable table,
            ArchiveTable archives,
            ArchiveFiles files,
            ChainHead head,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.archives = archives;
        this.files = files;
        this.head = head;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    AuditVerification verify() {
        Optional<ChainHead.Head> known = head.read();
        AuditVerification found = oneMoment.execute(_ -> walk(known));
        return found instanceof Broken broken ? first(known, broken) : found;
    }

    /** What was recorded after a cut stands where others stood: the break is where the first of them is gone. */
    private static Broken first(Optional<ChainHead.Head> known, Broken found) {
        return known.filter(last -> last.lostFrom() > 0 && last.lostFrom() < found.atNumber())
                .map(last -> gone(last.lostFrom(), last))
                .orElse(found);
    }

    private static Broken gone(long first, ChainHead.Head last) {
        return new Broken(first, "Entries " + first + " to " + last.number() + " are gone from the chain's end.");
    }

    private AuditVerification walk(Optional<ChainHead.Head> known) {
        ChainWalk walk = ChainWalk.fromTheBeginning(known);
        for (Archive archive : archives.oldestFirst()) {
            Optional<Broken> fault = inArchive(archive, walk);
            if (fault.isPresent()) {
                return fault.get();
            }
        }
        Optional<Broken> fault = inTable(walk);
        if (fault.isPresent()) {
            return fault.get();
        }
        long end = walk.number();
        return known.filter(last -> last.number() > end)
                .<AuditVerification>map(last -> gone(end + 1, last))
                .orElse(new Intact(end));
    }

    private Optional<Broken> inArchive(Archive archive, ChainWalk walk) {
        long first = walk.number() + 1;
        if (!files.exists(archive.file())) {
            return Optional.of(new Broken(
                    first,
                    "The archive \"" + archive.file() + "\" with entries " + archive.first() + " to " + archive.last()
                            + " is missing."));
        }
        try {
            if (!files.sha256(archive.file()).equals(archive.sha256())) {
                return Optional.of(
                        new Broken(first, "The archive \"" + archive.file() + "\" was changed after it was written."));
            }
            Optional<Broken> fault = inFile(archive, walk);
            return fault.isEmpty()
                            && !(walk.number() == archive.last() && walk.hash().equals(archive.lastHash()))
                    ? Optional.of(new Broken(
                            walk.number(),
                            "The archive \"" + archive.file() + "\" does not end with entry " + archive.last() + "."))
                    : fault;
        } catch (IOException | JacksonException e) {
            return Optional.of(new Broken(
                    walk.number() + 1, "The archive \"" + archive.file() + "\" cannot be read: " + e.getMessage()));
        }
    }

    private Optional<Broken> inFile(Archive archive, ChainWalk walk) throws IOException {
        AtomicReference<@Nullable Broken> found = new AtomicReference<>();
        files.read(archive.file(), entry -> {
            found.set(walk.next(entry).orElse(null));
            return found.get() == null;
        });
        return Optional.ofNullable(found.get());
    }

    private Optional<Broken> inTable(ChainWalk walk) {
        for (List<AuditEntry> page = table.oldestFirst(walk.number(), AT_ONCE);
                !page.isEmpty();
                page = table.oldestFirst(walk.number(), AT_ONCE)) {
            for (AuditEntry entry : page) {
                Optional<Broken> fault = walk.next(entry);
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }
}
