package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.entities.EntityRef;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
        assertThat(ren.get(page).body()).doesNotContain("Its file is gone");

        repositories.push(repository, Map.of("catalog-info.yaml", ""));

        await().until(() -> ren.get(page).body().contains("Its file is gone"));
        assertThat(ren.get("/catalog/health?show=gone").body())
                .contains("Their file is gone", "left-" + unique, repository.toString());
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
