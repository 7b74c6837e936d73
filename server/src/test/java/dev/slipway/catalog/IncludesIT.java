package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.catalog.store.FindingReads;
import dev.slipway.entities.EntityRef;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Callers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Placeholders and Locations name files beside them, from the root of the repository, and in other repositories. */
@CatalogTest
class IncludesIT {

    @Autowired
    private Catalog catalog;

    @Autowired
    private Callers callers;

    @Autowired
    private FindingReads findings;

    @Autowired
    private Repositories repositories;

    @Autowired
    private RepositoryAddresses addresses;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void takesPathsFromTheRootOfTheRepository() {
        RepositoryRef repository = repositories.create(Map.of(
                "services/catalog-info.yaml",
                "apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: root-" + unique
                        + "}\nspec: {target: /apis/api.yaml}\n",
                "apis/api.yaml",
                api("rooted", "/apis/parts/text.txt"),
                "apis/parts/text.txt",
                "first"));
        awaitDefinition("rooted", "first");

        repositories.push(repository, Map.of("apis/parts/text.txt", "second"));

        awaitDefinition("rooted", "second");
    }

    @Test
    void takesAFileOfAnotherRepositoryAndFollowsIt() {
        RepositoryRef other = repositories.create(Map.of("openapi.txt", "first"));
        repositories.create(Map.of("catalog-info.yaml", api("foreign", addresses.page(other) + "/files/openapi.txt")));
        awaitDefinition("foreign", "first");

        repositories.push(other, Map.of("README.md", "nothing that is included"));
        repositories.push(other, Map.of("openapi.txt", "second"));

        awaitDefinition("foreign", "second");
    }

    @Test
    void saysOnceWhyAFileCannotBeTaken() {
        RepositoryRef repository = repositories.create(Map.of(
                "catalog-info.yaml",
                api("outside", "https://elsewhere.example.org/openapi.yaml") + "---\n" + api("above", "../openapi.yaml")
                        + "---\n" + api("gone", "/openapi.yaml")));

        await().untilAsserted(() -> assertThat(findings.problems(0, 1000).stream()
                        .filter(found -> found.repository().equals(repository.toString())))
                .extracting(FindingReads.Found::message)
                .containsExactly(
                        "$text cannot be resolved: \"https://elsewhere.example.org/openapi.yaml\""
                                + " is in no repository that the catalog reads.",
                        "$text cannot be resolved: \"../openapi.yaml\" leads out of the repository.",
                        "$text cannot be resolved: there is no file \"/openapi.yaml\"."));
    }

    @Test
    void validatesAnEntityWithTheFilesAroundItsLocation() {
        RepositoryRef repository = repositories.create(Map.of("apis/openapi.txt", "openapi: 3.1.0"));
        String location = "url:" + addresses.page(repository) + "/files/apis/catalog-info.yaml";

        assertThat(validated("./openapi.txt", location)).startsWith("200 ");
        assertThat(validated("./gone.txt", location))
                .isEqualTo("400 {\"errors\":[{\"name\":\"InputError\",\"message\":\"spec.definition: $text cannot be"
                        + " resolved: there is no file \\\"./gone.txt\\\".\"}]}");
        assertThat(validated("./openapi.txt", "url:https://elsewhere.example.org/catalog-info.yaml"))
                .startsWith("400 ")
                .contains("is no address of a file that the catalog reads");
    }

    @Test
    void readsWhatALocationAndAPlaceholderNameAsSoonAsTheirRepositoryIsThere() {
        RepositoryRef later = new RepositoryRef("acme", "later-" + unique);
        String files = addresses.git(later).replaceFirst("\\.git$", "") + "/blob/";
        RepositoryRef repository = repositories.create(Map.of(
                "catalog-info.yaml",
                api("early", files + "main/openapi.txt") + "---\n" + location("main", files + "main/api.yaml") + "---\n"
                        + location("other", files + "other/other.yaml")));
        await().untilAsserted(() -> assertThat(problems(repository))
                .containsExactly(
                        "$text cannot be resolved: there is no file \"" + files + "main/openapi.txt\".",
                        "There is no file \"api.yaml\" in " + later + ".",
                        "There is no file \"other.yaml\" in " + later + "."));

        repositories.create(
                later,
                Map.of(
                        "openapi.txt",
                        "first",
                        "api.yaml",
                        api("named", "./openapi.txt"),
                        "other.yaml",
                        api("wrong", "./openapi.txt")));

        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(definition("named")).contains("first"));
        awaitDefinition("early", "first");
        await().untilAsserted(() -> assertThat(problems(repository))
                .containsExactly("\"" + files + "other/other.yaml\" is in no repository that the catalog reads."));
        await().untilAsserted(() -> assertThat(definition("wrong")).isEmpty());

        repositories.push(later, Map.of("openapi.txt", "second"));

        awaitDefinition("early", "second");
        awaitDefinition("named", "second");
    }

    private List<String> problems(RepositoryRef repository) {
        return findings.problems(0, 1000).stream()
                .filter(found -> found.repository().equals(repository.toString()))
                .map(FindingReads.Found::message)
                .toList();
    }

    private String location(String name, String target) {
        return "apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: " + name + "-" + unique
                + "}\nspec: {target: '" + target + "'}\n";
    }

    private String validated(String target, String location) {
        var answer = callers.tokenOf("ren").post("/api/catalog/validate-entity", """
                        {"location": "%s", "entity": {"apiVersion": "backstage.io/v1alpha1", "kind": "API", "metadata": {"name": "x"},
                         "spec": {"type": "openapi", "lifecycle": "x", "owner": "red", "definition": {"$text": "%s"}}}}
                        """.formatted(location, target));
        return answer.statusCode() + " " + answer.body();
    }

    private void awaitDefinition(String name, String definition) {
        await().untilAsserted(() -> assertThat(definition(name)).contains(definition));
    }

    private Optional<String> definition(String name) {
        return catalog.find(EntityRef.parse("api:default/" + name + "-" + unique, ""))
                .map(entity -> entity.json().replaceFirst(".*\"definition\":\"([^\"]*)\".*", "$1"));
    }

    private String api(String name, String target) {
        return "apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata: {name: " + name + "-" + unique
                + "}\nspec: {type: openapi, lifecycle: production, owner: red, definition: {$text: '" + target
                + "'}}\n";
    }
}
