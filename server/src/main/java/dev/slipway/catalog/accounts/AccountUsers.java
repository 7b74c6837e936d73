package dev.slipway.catalog.accounts;

import dev.slipway.audit.Audit;
import dev.slipway.catalog.CatalogChanged;
import dev.slipway.catalog.discovery.CatalogDiscovery;
import dev.slipway.catalog.ingest.Ingestion;
import dev.slipway.catalog.ingest.SourceFile;
import dev.slipway.catalog.store.FindingReads;
import dev.slipway.catalog.store.SourceRows;
import dev.slipway.entities.Includes;
import dev.slipway.identity.Account;
import dev.slipway.identity.Accounts;
import dev.slipway.identity.AccountsChanged;
import dev.slipway.identity.Membership;
import dev.slipway.identity.MembershipSource;
import dev.slipway.kernel.Actor;
import dev.slipway.platform.PlatformChanged;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.ui.LiveUpdates;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps a User in the catalog for every account. Who is declared in a file as well is left to that file: what a team wrote
 * says more than what Slipway knows, and neither side has to tidy up after the other.
 */
@Component
public class AccountUsers implements Reconciliation {

    public static final String NAME = "catalog-accounts";

    private static final String SOURCE = "accounts";

    private final Accounts accounts;
    private final List<MembershipSource> memberships;
    private final SourceRows sources;
    private final FindingReads findings;
    private final Ingestion ingestion;
    private final Audit audit;
    private final LiveUpdates live;
    private final ApplicationEventPublisher events;
    private final Wakeups wakeups;

    AccountUsers(
            Accounts accounts,
            List<MembershipSource> memberships,
            SourceRows sources,
            FindingReads findings,
            Ingestion ingestion,
            Audit audit,
            LiveUpdates live,
            ApplicationEventPublisher events,
            Wakeups wakeups) {
        this.accounts = accounts;
        this.memberships = List.copyOf(memberships);
        this.sources = sources;
        this.findings = findings;
        this.ingestion = ingestion;
        this.audit = audit;
        this.live = live;
        this.events = events;
        this.wakeups = wakeups;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    /** Groups come from the platform's definition; files of the catalog may take a User or let it go. */
    @EventListener({AccountsChanged.class, PlatformChanged.class, CatalogChanged.class})
    void wake() {
        wakeups.wake(NAME);
    }

    @Override
    public void reconcile() {
        String text = UserDocuments.of(undeclared(), groups());
        String content =
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
        SourceRows.Source known = sources.of(SourceRows.WITHIN_SLIPWAY).get(SOURCE);
        if (known == null || !content.equals(known.content())) {
            tell(ingestion.take(SourceRows.WITHIN_SLIPWAY, List.of(source(text, content))));
        }
    }

    private List<Account> undeclared() {
        List<Account> all = accounts.all();
        Set<String> declared = findings.inFiles(all.stream()
                .map(account -> UserDocuments.ref(account).toString())
                .toList());
        return all.stream()
                .filter(account -> !declared.contains(UserDocuments.ref(account).toString()))
                .toList();
    }

    private List<Membership> groups() {
        return memberships.stream()
                .flatMap(source -> source.memberships().stream())
                .toList();
    }

    private static SourceFile source(String text, String content) {
        return new SourceFile(
                SourceRows.WITHIN_SLIPWAY,
                SOURCE,
                content,
                "slipway:" + SOURCE,
                "slipway:" + SOURCE,
                () -> new StringReader(text),
                Includes.NONE,
                _ -> Optional.empty());
    }

    private void tell(Ingestion.Result result) {
        if (!result.removed().isEmpty()) {
            audit.record(Actor.system("catalog"), "catalog.entities-removed", "slipway:" + SOURCE, result.removal());
            // A file may have waited for its User.
            wakeups.wake(CatalogDiscovery.NAME);
        }
        if (result.changed()) {
            live.changed("catalog/" + SOURCE);
            events.publishEvent(new CatalogChanged());
        }
    }
}
