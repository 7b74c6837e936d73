package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.catalog.CatalogEntity.EntityRelation;
import dev.slipway.catalog.accounts.AccountUsers;
import dev.slipway.catalog.ingest.Ingestion;
import dev.slipway.catalog.ingest.SourceFile;
import dev.slipway.catalog.store.FindingReads;
import dev.slipway.catalog.store.SourceRows;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.Includes;
import dev.slipway.identity.Account;
import dev.slipway.identity.Accounts;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scheduling.Wakeups;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts are Users of the catalog, and what Slipway brings by itself gets along with files. */
@CatalogTest
class AccountUsersIT {

    private static final Actor TESTER = Actor.system("test");

    @Autowired
    private Accounts accounts;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Repositories repositories;

    @Autowired
    private Ingestion ingestion;

    @Autowired
    private FindingReads findings;

    @Autowired
    private SourceRows sources;

    @Autowired
    private Wakeups wakeups;

    private final String name = "u" + UUID.randomUUID().toString().substring(0, 8);
    private final EntityRef ref = EntityRef.parse("user:" + name, "");

    @Test
    void everyMemberOfTheSampleTeamsIsThere() {
        await().untilAsserted(() -> assertThat(findings.orphans(0, 100))
                .extracting(orphan -> orphan.ref().toString())
                .doesNotContain("user:default/rosa", "user:default/bea", "user:default/paula"));

        CatalogEntity rosa = awaited(EntityRef.parse("user:rosa", ""));

        assertThat(rosa.declared()).contains("\"displayName\":\"Rosa Rivera\"").doesNotContain("rosa@example.com");
        await().until(() -> found(EntityRef.parse("user:rosa", ""))
                .relations()
                .contains(new EntityRelation("memberOf", EntityRef.parse("group:red", ""))));
    }

    @Test
    void aNewAccountIsThereAtOnce() {
        accounts.ensure(new Account(name, "Quote \" and \\ and 漢字", "x@example.org"), TESTER);

        assertThat(awaited(ref).declared()).contains("Quote \\\" and \\\\ and 漢字");
    }

    @Test
    void whatWasNotReadToItsEndIsReadAgain() {
        accounts.ensure(new Account(name, "Once", ""), TESTER);
        awaited(ref);
        sources.reread(SourceRows.WITHIN_SLIPWAY, "accounts");

        wakeups.wake(AccountUsers.NAME);

        await().until(() ->
                sources.of(SourceRows.WITHIN_SLIPWAY).get("accounts").content() != null);
    }

    @Test
    void aFileThatDeclaresAUserSpeaksForTheAccount() {
        accounts.ensure(new Account(name, "Account", ""), TESTER);
        awaited(ref);

        RepositoryRef repository = repositories.create(Map.of("catalog-info.yaml", user("File")));

        await().until(() -> declared().contains("\"displayName\":\"File\""));
        await().until(() ->
                findings.conflicts(0, 100).stream().noneMatch(each -> each.ref().equals(ref)));
        repositories.push(repository, Map.of("catalog-info.yaml", ""));
        await().until(() -> declared().contains("\"displayName\":\"Account\""));
    }

    @Test
    void ofAFileAndAnotherPartOfSlipwayTheFirstStays() {
        take(user("Part"));
        RepositoryRef repository = repositories.create(Map.of("catalog-info.yaml", user("File")));

        await().until(() -> findings.conflicts(0, 100).stream()
                .anyMatch(each -> each.ref().equals(ref)
                        && each.repository().equals(repository.toString())
                        && each.holderPath().equals("part-" + name)));
        assertThat(declared()).contains("Part");

        take("");
        repositories.push(repository, Map.of("README.md", "x"));
        await().until(() -> declared().contains("File"));
    }

    @Test
    void discoveryGoesOnWhenWhatAPartOfSlipwayWaitsForIsFree() {
        RepositoryRef repository = repositories.create(Map.of("catalog-info.yaml", user("File")));
        awaited(ref);
        take(user("Part"));
        assertThat(declared()).contains("File");

        repositories.push(repository, Map.of("catalog-info.yaml", ""));
        await().until(() ->
                sources.of(SourceRows.WITHIN_SLIPWAY).get("part-" + name).content() == null);
        repositories.push(repository, Map.of("catalog-info.yaml", user("Again")));

        await().until(() -> declared().contains("Again"));
    }

    private void take(String text) {
        String part = "part-" + name;
        ingestion.take(
                SourceRows.WITHIN_SLIPWAY,
                List.of(new SourceFile(
                        SourceRows.WITHIN_SLIPWAY,
                        part,
                        UUID.randomUUID().toString(),
                        "slipway:" + part,
                        "slipway:" + part,
                        () -> new StringReader(text),
                        Includes.NONE,
                        _ -> Optional.empty())));
    }

    private String user(String displayName) {
        return "apiVersion: backstage.io/v1alpha1\nkind: User\nmetadata: {name: " + name
                + "}\nspec: {profile: {displayName: " + displayName + "}, memberOf: [red]}\n";
    }

    private CatalogEntity awaited(EntityRef wanted) {
        await().until(() -> catalog.find(wanted).isPresent());
        return found(wanted);
    }

    private CatalogEntity found(EntityRef wanted) {
        return catalog.find(wanted).orElseThrow();
    }

    private String declared() {
        return catalog.find(ref).map(CatalogEntity::declared).orElse("");
    }
}
