package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.audit.Audit;
import dev.slipway.audit.AuditQuery;
import dev.slipway.catalog.CatalogEntity.EntityRelation;
import dev.slipway.catalog.store.FindingReads;
import dev.slipway.entities.EntityFilter;
import dev.slipway.entities.EntityRef;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What lies in repositories is in the catalog, and what is gone there is gone here. */
@CatalogTest
class DiscoveryIT {

    @Autowired
    private Catalog catalog;

    @Autowired
    private Repositories repositories;

    @Autowired
    private Locations locations;

    @Autowired
    private FindingReads findings;

    @Autowired
    private RepositoryAddresses addresses;

    @Autowired
    private Audit audit;

    private final String unique = "u" + UUID.randomUUID().toString().substring(0, 7);

    @Test
    void readsAPushedFileAndItsRelations() {
        repositories.create(Map.of("catalog-info.yaml", component("shop", "spec-" + unique)));

        CatalogEntity entity = awaited("component:default/shop-" + unique);

        assertThat(entity.relations())
                .contains(new EntityRelation("ownedBy", EntityRef.parse("group:default/red", "")));
        assertThat(entity.json())
                .contains("\"type\":\"ownedBy\",\"targetRef\":\"group:default/red\"")
                .contains("backstage.io/managed-by-location");
    }

    @Test
    void showsRelationsOnBothSidesEvenOfWhatIsMissing() {
        repositories.create(Map.of(
                "catalog-info.yaml", component("caller", "x") + "  dependsOn: [component:callee-" + unique + "]\n"));
        awaited("component:default/caller-" + unique);

        repositories.create(Map.of("catalog-info.yaml", component("callee", "x")));

        assertThat(awaited("component:default/callee-" + unique).relations())
                .contains(new EntityRelation("dependencyOf", ref("component:default/caller-" + unique)));
    }

    @Test
    void forgetsWhatIsGone() {
        RepositoryRef repository = repositories.create(Map.of("catalog-info.yaml", component("gone", "x")));
        awaited("component:default/gone-" + unique);

        repositories.push(repository, Map.of("catalog-info.yaml", ""));

        await().until(() ->
                catalog.find(ref("component:default/gone-" + unique)).isEmpty());
        await().untilAsserted(() -> assertThat(audit.entries(AuditQuery.about("repository:" + repository, 10)))
                .anySatisfy(entry -> assertThat(entry.details())
                        .containsEntry("entities", "1")
                        .containsEntry("removed", "component:default/gone-" + unique)));
    }

    @Test
    void tellsWhatIsCalledOtherwise() {
        RepositoryRef repository = repositories.create(Map.of(
                "catalog-info.yaml",
                component("a", "one") + "---\n" + component("b", "two") + "---\n" + component("c", "two") + "---\n"
                        + component("d", "three")));
        awaited("component:default/d-" + unique);

        repositories.push(
                repository,
                Map.of(
                        "catalog-info.yaml",
                        component("new-a", "one") + "---\n" + component("new-b", "two") + "---\n"
                                + component("new-c", "two") + "---\n" + component("new-d", "four")));
        awaited("component:default/new-d-" + unique);

        await().untilAsserted(() -> assertThat(audit.entries(AuditQuery.about("repository:" + repository, 10)))
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("catalog.entities-renamed");
                    assertThat(entry.details())
                            .containsEntry("entities", "1")
                            .containsEntry(
                                    "renamed",
                                    "component:default/a-" + unique + " to component:default/new-a-" + unique);
                })
                .anySatisfy(entry -> assertThat(entry.details()).containsEntry("entities", "4")));
    }

    @Test
    void countsHowManyEntitiesHaveATag() {
        RepositoryRef repository = repositories.create(
                Map.of("one/catalog-info.yaml", tagged("one"), "two/catalog-info.yaml", tagged("two")));
        await().until(() -> catalog.tags("tag-" + unique, 5), List.of(new Catalog.Facet("tag-" + unique, 2))::equals);

        repositories.push(
                repository, Map.of("one/catalog-info.yaml", tagged("one").replace("tag-", "other-")));
        await().until(() -> catalog.tags("tag-" + unique, 5), List.of(new Catalog.Facet("tag-" + unique, 1))::equals);
        assertThat(catalog.tags("other-" + unique, 5)).containsExactly(new Catalog.Facet("other-" + unique, 1));

        repositories.push(repository, Map.of("two/catalog-info.yaml", ""));
        await().until(() -> catalog.tags("tag-" + unique, 5).isEmpty());
    }

    private String tagged(String name) {
        return "apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: {name: " + name + "-" + unique
                + ", tags: [tag-" + unique + "]}\nspec: {owner: red}\n";
    }

    @Test
    void followsLocationsWithGlobsAndIncludedFiles() {
        RepositoryRef repository = repositories.create(Map.of(
                "catalog-info.yaml",
                "apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: all-" + unique
                        + "}\nspec: {targets: ['./parts/*.yaml']}\n",
                "parts/api.yaml",
                "apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata: {name: api-" + unique
                        + "}\nspec: {type: openapi, lifecycle: production, owner: red, definition: {$text: ./openapi.txt}}\n",
                "parts/openapi.txt",
                "openapi: 3.1.0"));
        assertThat(awaited("api:default/api-" + unique).json()).contains("\"definition\":\"openapi: 3.1.0\"");

        repositories.push(repository, Map.of("parts/openapi.txt", "openapi: 3.2.0"));

        await().until(() -> catalog.find(ref("api:default/api-" + unique))
                .orElseThrow()
                .json()
                .contains("3.2.0"));
    }

    @Test
    void saysWhatFirstLedToAFile() {
        RepositoryRef repository = repositories.create(Map.of(
                "catalog-info.yaml", location("first", "target: ./second.yaml"),
                "second.yaml", location("second", "targets: [./third.yaml, ./second.yaml]"),
                "third.yaml", component("third", "x"),
                "registered.yaml", component("registered", "x")));
        String files = "url:" + addresses.page(repository) + "/files/";
        String registered = addresses.git(repository).replaceFirst("\\.git$", "") + "/blob/main/registered.yaml";

        locations.register(registered, new Actor.Person("ren"));

        assertThat(awaited("component:default/third-" + unique).json())
                .contains("managed-by-location\":\"" + files + "third.yaml\"")
                .contains("managed-by-origin-location\":\"" + files + "catalog-info.yaml\"");
        assertThat(awaited("location:default/first-" + unique).json())
                .contains("managed-by-origin-location\":\"" + files + "catalog-info.yaml\"");
        assertThat(awaited("component:default/registered-" + unique).json())
                .contains("managed-by-origin-location\":\"url:" + registered + "\"");
    }

    @Test
    void leavesItToAFileToSayWhereItsCodeIsButNotWhereItIsItself() {
        String declared = "  annotations: {backstage.io/source-location: 'url:https://code.example.org/x/',"
                + " backstage.io/view-url: 'https://view.example.org', backstage.io/managed-by-location: 'url:https://x.example.org'}\n";
        RepositoryRef repository = repositories.create(
                Map.of("catalog-info.yaml", component("afar", "x").replace("spec:", declared + "spec:")));

        assertThat(awaited("component:default/afar-" + unique).json())
                .contains("source-location\":\"url:https://code.example.org/x/\"")
                .contains("view-url\":\"https://view.example.org\"")
                .contains("managed-by-location\":\"url:" + addresses.page(repository) + "/files/catalog-info.yaml\"")
                .doesNotContain("x.example.org");
    }

    @Test
    void saysWhatLedToAFileWhenItsLocationHasMoved() {
        RepositoryRef far = repositories.create(Map.of("far.yaml", component("far", "x")));
        String second = location("second", "targets: [./near.yaml, '" + addresses.page(far) + "/files/far.yaml']");
        RepositoryRef repository = repositories.create(Map.of(
                "catalog-info.yaml", location("first", "target: ./second.yaml"),
                "second.yaml", second,
                "near.yaml", component("near", "x")));
        awaited("component:default/far-" + unique);
        awaited("component:default/near-" + unique);

        repositories.push(
                repository,
                Map.of(
                        "catalog-info.yaml",
                        "",
                        "moved/catalog-info.yaml",
                        location("first", "target: ../second.yaml")));

        String moved = "url:" + addresses.page(repository) + "/files/moved/catalog-info.yaml";
        for (String name : List.of("near", "far")) {
            await().untilAsserted(() -> assertThat(
                            awaited("component:default/" + name + "-" + unique).json())
                    .contains("managed-by-origin-location\":\"" + moved + "\""));
        }
    }

    @Test
    void saysWhichFileOfALocationIsMissingUntilItIsThere() {
        RepositoryRef other = repositories.create(Map.of("README.md", "nothing"));
        RepositoryRef repository = repositories.create(Map.of(
                "catalog-info.yaml",
                component("first", "service") + "---\n"
                        + location("must", "targets: [./catalog-info.yaml,\n  ./gone.yaml]")
                        + "---\n" + location("foreign", "target: '" + addresses.page(other) + "/files/gone.yaml'")
                        + "---\n" + location("may", "target: ./optional.yaml, presence: optional") + "---\n"
                        + location("glob", "target: ./none/*.yaml")));
        await().untilAsserted(() -> assertThat(problems(repository))
                .containsExactly(
                        "15 location:default/must-" + unique + " spec.targets.1 There is no file \"gone.yaml\".",
                        "20 location:default/foreign-" + unique + " spec.target There is no file \"gone.yaml\" in "
                                + other + "."));

        repositories.push(repository, Map.of("gone.yaml", component("gone", "service")));
        repositories.push(other, Map.of("gone.yaml", component("other", "service")));

        await().untilAsserted(() -> assertThat(problems(repository)).isEmpty());
    }

    private List<String> problems(RepositoryRef repository) {
        return findings.problems(0, 1000).stream()
                .filter(found -> found.repository().equals(repository.toString()))
                .map(found -> found.line() + " " + found.ref() + " " + found.field() + " " + found.message())
                .toList();
    }

    private String location(String name, String spec) {
        return "apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: " + name + "-" + unique
                + "}\nspec: {" + spec + "}\n";
    }

    @Test
    void writesAddressesThatABrowserCanFollowAndReadsThem() {
        repositories.create(Map.of("a b/ü#?%20/catalog-info.yaml", component("odd", "x")));

        String page =
                awaited("component:default/odd-" + unique).json().replaceFirst(".*view-url\":\"([^\"]*)\".*", "$1");

        assertThat(page).endsWith("/files/a%20b/%C3%BC%23%3F%2520/catalog-info.yaml");
        assertThat(locations.look(page)).hasSize(1);
    }

    @Test
    void keepsTheGoodDocumentsOfAFileAndTheLastGoodVersionOfABadOne() {
        RepositoryRef repository = repositories.create(
                Map.of("catalog-info.yaml", component("good", "one") + "---\n" + component("bad", "one")));
        awaited("component:default/bad-" + unique);

        repositories.push(
                repository,
                Map.of(
                        "catalog-info.yaml",
                        component("good", "two") + "---\n"
                                + component("bad", "two").replace("owner: red", "owner: []")));

        await().until(() -> type("component:default/good-" + unique).equals(Optional.of("two")));
        assertThat(type("component:default/bad-" + unique)).contains("one");
    }

    @Test
    void tellsWithAnEntityWhatIsWrongWithItsDocument() {
        RepositoryRef repository = repositories.create(
                Map.of("catalog-info.yaml", component("ill", "x") + "---\n" + component("well", "x")));
        assertThat(awaited("component:default/ill-" + unique).json()).doesNotContain("\"status\"");

        repositories.push(
                repository, Map.of("catalog-info.yaml", component("ill", "[x]") + "---\n" + component("well", "new")));
        await().until(() -> type("component:default/well-" + unique).equals(Optional.of("new")));

        assertThat(awaited("component:default/ill-" + unique).json())
                .contains("\"type\":\"x\"")
                .endsWith(
                        ",\"status\":{\"items\" : [{\"type\" : \"backstage.io/catalog-processing\", \"level\" : \"error\","
                                + " \"message\" : \"catalog-info.yaml:7: spec.type: type is a list. Expected: a text.\","
                                + " \"error\" : {\"name\" : \"InputError\","
                                + " \"message\" : \"catalog-info.yaml:7: spec.type: type is a list. Expected: a text.\"}}]}}");
        assertThat(awaited("component:default/well-" + unique).json()).doesNotContain("\"status\"");

        repositories.push(repository, Map.of("catalog-info.yaml", component("ill", "mended")));

        await().until(() -> type("component:default/ill-" + unique).equals(Optional.of("mended")));
        assertThat(awaited("component:default/ill-" + unique).json()).doesNotContain("\"status\"");
    }

    @Test
    void leavesAnEntityToTheSourceThatHadItFirst() {
        RepositoryRef first = repositories.create(Map.of("catalog-info.yaml", component("twice", "first")));
        awaited("component:default/twice-" + unique);
        repositories.create(
                Map.of("catalog-info.yaml", component("twice", "second") + "---\n" + component("other", "second")));
        awaited("component:default/other-" + unique);
        assertThat(type("component:default/twice-" + unique)).contains("first");

        repositories.push(first, Map.of("catalog-info.yaml", ""));

        await().until(() -> type("component:default/twice-" + unique).equals(Optional.of("second")));
    }

    @Test
    void doesNotTakeATemplatesContentForAnEntity() {
        repositories.create(Map.of(
                "golden/template.yaml", "kind: Template",
                "golden/skeleton/catalog-info.yaml", component("skeleton", "x"),
                "service/catalog-info.yaml", component("real", "x")));

        awaited("component:default/real-" + unique);

        assertThat(catalog.find(ref("component:default/skeleton-" + unique))).isEmpty();
    }

    @Test
    void findsEntitiesByTheHeadingsOfTheirDocumentation() {
        RepositoryRef repository = repositories.create(Map.of(
                "part/catalog-info.yaml",
                component("documented", "x")
                        .replace("spec:", "  annotations: {backstage.io/techdocs-ref: 'dir:.'}\nspec:"),
                "part/README.md",
                "# Zebracrossing" + unique + "\n",
                "README.md",
                "# Elsewhere" + unique + "\n"));
        await().until(() -> found("zebracrossing" + unique), List.of("documented-" + unique)::equals);

        repositories.push(
                repository, Map.of("part/docs/ops/restore.md", "How to\n===\n\n## Restore Pelican" + unique + "\n"));
        await().until(() -> found("pelican" + unique + " documented"), List.of("documented-" + unique)::equals);
        assertThat(found("zebracrossing" + unique)).hasSize(1);
        assertThat(found("elsewhere" + unique)).isEmpty();

        repositories.push(
                repository,
                Map.of(
                        "part/catalog-info.yaml",
                        component("documented", "y")
                                .replace("spec:", "  annotations: {backstage.io/techdocs-ref: 'dir:.'}\nspec:")));
        await().until(() -> type("component:default/documented-" + unique).equals(Optional.of("y")));
        assertThat(found("pelican" + unique)).hasSize(1);

        repositories.push(repository, Map.of("part/docs/ops/restore.md", ""));
        await().until(() -> found("pelican" + unique).isEmpty());
        assertThat(found("zebracrossing" + unique)).hasSize(1);

        repositories.push(repository, Map.of("part/catalog-info.yaml", component("documented", "z")));
        await().until(() -> found("zebracrossing" + unique).isEmpty());
        assertThat(found("documented " + unique)).hasSize(1);
    }

    @Test
    void readsHostileDocumentsWithoutHarm() {
        String deep = "x/".repeat(200);
        repositories.create(Map.of(
                "catalog-info.yaml",
                component("docs", "x").replace("spec:", "  annotations: {backstage.io/techdocs-ref: 'dir:.'}\nspec:")
                        + "---\n"
                        + component("outside", "x")
                                .replace("spec:", "  annotations: {backstage.io/techdocs-ref: 'dir:../../etc'}\nspec:"),
                "README.md",
                "# First" + unique + "\n" + "#".repeat(1 << 20) + "\n" + "# many words\n".repeat(200_000),
                "docs/" + deep + "a.md",
                "\u0000\n# Quokkadeep \u0000 nul\n",
                "docs/b.md",
                "```\n# Wombatcode\n```\n# " + "long ".repeat(100_000)));

        await().until(() -> found("first" + unique), List.of("docs-" + unique)::equals);
        assertThat(found("wombatcode")).isEmpty();
        assertThat(found("quokkadeep")).containsExactly("docs-" + unique);
    }

    private List<String> found(String term) {
        return catalog.query(new EntityQuery(EntityFilter.ALL, term, List.of(), List.of(), null, 0, 10)).stream()
                .map(entity -> entity.ref().name())
                .toList();
    }

    @Test
    void knowsTeamsAndTemplatesOfThePlatformRepository() {
        awaited("group:default/red");

        assertThat(catalog.query(EntityQuery.of(EntityFilter.parse(List.of("kind=template")), 10)))
                .isNotEmpty();
    }

    private String component(String name, String type) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %s-%s
                  tags: [java]
                spec:
                  type: %s
                  lifecycle: production
                  owner: red
                """.formatted(name, unique, type);
    }

    private CatalogEntity awaited(String ref) {
        await().until(() -> catalog.find(ref(ref)).isPresent());
        return catalog.find(ref(ref)).orElseThrow();
    }

    private Optional<String> type(String ref) {
        return catalog
                .query(EntityQuery.of(EntityFilter.parse(List.of("metadata.name=" + ref(ref).name())), 1))
                .stream()
                .map(entity -> entity.declared().replaceFirst(".*\"type\":\"([^\"]*)\".*", "$1"))
                .findFirst();
    }

    private static EntityRef ref(String text) {
        return EntityRef.parse(text, "");
    }
}
