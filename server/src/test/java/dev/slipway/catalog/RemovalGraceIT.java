package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.audit.Audit;
import dev.slipway.audit.AuditQuery;
import dev.slipway.entities.EntityRef;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What a file brought that is gone stays for as long as the installation wants, unless another file brings it. */
@CatalogTest
@TestPropertySource(properties = "slipway.catalog.removal-grace=1h")
class RemovalGraceIT {

    @Autowired
    private Catalog catalog;

    @Autowired
    private Repositories repositories;

    @Autowired
    private Callers callers;

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient database;

    private final String unique = "u" + UUID.randomUUID().toString().substring(0, 7);

    @Test
    void keepsWhatAFileBroughtThatIsGone() {
        RepositoryRef repository = repositories.create(Map.of("catalog-info.yaml", component("kept", "old")));
        awaitType("kept", "old");

        repositories.push(
                repository, Map.of("catalog-info.yaml", "", "part/catalog-info.yaml", component("other", "new")));

        awaitType("other", "new");
        assertThat(type("kept")).contains("old");
    }

    @Test
    void showsWhatStaysWithoutItsFile() {
        RepositoryRef repository = repositories.create(Map.of("catalog-info.yaml", component("left", "old")));
        awaitType("left", "old");
        Caller ren = callers.browserOf("ren");
        String page = "/catalog/default/component/left-" + unique;
        assertThat(ren.get(page).body()).doesNotContain("Its file declares it no longer");

        repositories.push(repository, Map.of("catalog-info.yaml", ""));

        await().until(() -> ren.get(page).body().contains("Its file declares it no longer"));
        assertThat(ren.get("/catalog/health?show=gone").body())
                .contains("Their file declares them no longer", "left-" + unique, repository.toString());
    }

    @Test
    void givesAnEntityToTheFileThatItMovedTo() {
        RepositoryRef repository = repositories.create(Map.of("catalog-info.yaml", component("moved", "old")));
        awaitType("moved", "old");

        repositories.push(
                repository, Map.of("catalog-info.yaml", "", "part/catalog-info.yaml", component("moved", "new")));

        awaitType("moved", "new");
    }

    @Test
    void leavesItThereWhenTheFirstFileComesBack() {
        RepositoryRef first = repositories.create(Map.of("catalog-info.yaml", component("back", "first")));
        awaitType("back", "first");
        repositories.create(Map.of("catalog-info.yaml", component("back", "second")));
        repositories.push(first, Map.of("catalog-info.yaml", ""));
        awaitType("back", "second");

        repositories.push(
                first, Map.of("catalog-info.yaml", component("back", "third") + "---\n" + component("along", "third")));

        awaitType("along", "third");
        assertThat(type("back")).contains("second");
    }

    @Test
    void keepsWhatIsGoneFromAFileThatIsStillThere() {
        RepositoryRef repository = repositories.create(
                Map.of("catalog-info.yaml", component("stays", "old") + "---\n" + component("part", "old")));
        awaitType("part", "old");

        repositories.push(repository, Map.of("catalog-info.yaml", component("stays", "new")));
        awaitType("stays", "new");

        assertThat(type("part")).contains("old");
        assertThat(gone()).contains("part-" + unique);

        repositories.push(
                repository,
                Map.of("catalog-info.yaml", component("stays", "newer") + "---\n" + component("part", "old")));
        awaitType("stays", "newer");

        assertThat(gone()).doesNotContain("part-" + unique);
    }

    @Test
    void keepsForGoodWhatComesBackAndIsRefused() {
        RepositoryRef repository = repositories.create(
                Map.of("catalog-info.yaml", component("whole", "old") + "---\n" + component("broken", "old")));
        awaitType("broken", "old");
        repositories.push(repository, Map.of("catalog-info.yaml", component("whole", "new")));
        awaitType("whole", "new");
        assertThat(gone()).contains("broken-" + unique);

        String refused = component("broken", "new").replace("  owner: red\n", "");
        repositories.push(repository, Map.of("catalog-info.yaml", component("whole", "newer") + "---\n" + refused));
        awaitType("whole", "newer");

        assertThat(gone()).doesNotContain("broken-" + unique);
        assertThat(type("broken")).contains("old");
    }

    @Test
    void givesADocumentsEntityToTheFileThatItMovedTo() {
        RepositoryRef first = repositories.create(
                Map.of("catalog-info.yaml", component("here", "old") + "---\n" + component("wanders", "first")));
        awaitType("wanders", "first");
        repositories.create(Map.of("catalog-info.yaml", component("wanders", "second")));

        repositories.push(first, Map.of("catalog-info.yaml", component("here", "new")));

        awaitType("wanders", "second");
    }

    @Test
    void removesWhatHasBeenGoneForLongEnough() {
        RepositoryRef repository = repositories.create(
                Map.of("catalog-info.yaml", component("rest", "old") + "---\n" + component("over", "old")));
        awaitType("over", "old");
        repositories.push(repository, Map.of("catalog-info.yaml", component("rest", "new")));
        awaitType("rest", "new");

        database.sql("update catalog_entities set missing_since = now() - interval '61 minutes' where ref = ?")
                .param("component:default/over-" + unique)
                .update();
        repositories.push(repository, Map.of("catalog-info.yaml", component("rest", "newer")));

        await().until(() -> type("over").isEmpty());
        await().untilAsserted(() -> assertThat(audit.entries(AuditQuery.about("repository:" + repository, 10)))
                .anySatisfy(entry ->
                        assertThat(entry.details()).containsEntry("removed", "component:default/over-" + unique)));
    }

    private String gone() {
        return callers.browserOf("ren").get("/catalog/health?show=gone").body();
    }

    private void awaitType(String name, String type) {
        await().until(() -> type(name).equals(Optional.of(type)));
    }

    private Optional<String> type(String name) {
        return catalog.find(EntityRef.parse("component:default/" + name + "-" + unique, ""))
                .map(entity -> entity.json().replaceFirst(".*\"spec\":\\{[^}]*\"type\":\"([^\"]*)\".*", "$1"));
    }

    private String component(String name, String type) {
        return "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: " + name + "-" + unique
                + "\nspec:\n  type: " + type + "\n  lifecycle: production\n  owner: red\n";
    }
}
