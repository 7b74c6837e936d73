package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.catalog.Catalog.Step;
import dev.slipway.entities.EntityFilter;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.RelationType;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is hostile is refused or kept with a clear message, and what lies beside it is taken all the same. */
@CatalogTest
class HostileEntitiesIT {

    @Autowired
    private Catalog catalog;

    @Autowired
    private Repositories repositories;

    @Autowired
    private JdbcClient database;

    private final String unique = "u" + UUID.randomUUID().toString().substring(0, 7);

    @Test
    void keepsADescriptionOfMegabytes() {
        taken("metadata: {name: N, description: \"D\"}"
                .replace(
                        "{name: N, description: \"D\"}",
                        "\n  name: N\n  description: |\n" + "    words of prose\n".repeat(350_000)));

        assertThat(catalog.find(ref("big")).orElseThrow().declared().length()).isGreaterThan(5 << 20);
        assertThat(catalog.query(new EntityQuery(EntityFilter.ALL, "big " + unique, List.of(), List.of(), null, 0, 5)))
                .hasSize(1);
    }

    @Test
    void keepsTenThousandRelations() {
        taken(
                "metadata: {name: N}",
                "  dependsOn: ["
                        + IntStream.range(0, 10_000)
                                .mapToObj(i -> "component:r" + i + "-" + unique)
                                .collect(Collectors.joining(","))
                        + "]\n");

        assertThat(catalog.find(ref("big")).orElseThrow().relations()).hasSize(10_001);
        assertThat(catalog.reach(ref("big"), Set.of(new Step(RelationType.DEPENDS_ON, true)), 5, 500)
                        .complete())
                .isFalse();
    }

    @Test
    void walksCyclesOfGroupsOnce() {
        push(group("a", "b") + "---\n" + group("b", "c") + "---\n" + group("c", "a"));
        await().until(() ->
                catalog.find(EntityRef.parse("group:c-" + unique, "")).isPresent());

        EntityGraph graph = catalog.reach(
                EntityRef.parse("group:a-" + unique, ""), Set.of(new Step(RelationType.CHILD_OF, true)), 100, 100);

        assertThat(graph.nodes()).extracting(EntityGraph.Node::distance).containsExactly(0, 1, 2);
        assertThat(graph.relations()).hasSize(3);
        assertThat(graph.complete()).isTrue();
    }

    @Test
    void takesUnicodeAndQuotesEverywhere() {
        taken(
                "metadata: {name: N, title: \"Ünïcødé 💧 \\\"quoted\\\" \\\\ {a,b}\", tags: ['c++', 'a:b'], annotations: {a/b: \"'; drop table x; --\"}}");

        assertThat(catalog.find(ref("big")).orElseThrow().json())
                .contains("Ünïcødé 💧 \\\"quoted\\\" \\\\ {a,b}", "'; drop table x; --");
    }

    @Test
    void refusesABombADuplicateKeyAndALongLineAndTakesTheRest() {
        String bomb =
                "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
                        + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n";
        RepositoryRef repository = push(bomb + "---\nkind: API\nkind: API\n---\na: " + "x".repeat(2 << 20)
                + "\n---\n: : {\n---\n" + component("metadata: {name: N}", ""));

        await().until(() -> catalog.find(ref("big")).isPresent());

        assertThat(problems(repository))
                .hasSize(4)
                .anyMatch(problem -> problem.contains("too large"))
                .anyMatch(problem -> problem.contains("\"kind\" stands here twice"))
                .anyMatch(problem -> problem.contains("longer than 1 MiB"))
                .anyMatch(problem -> problem.contains("Not YAML"));
    }

    @Test
    void refusesWhatTheDatabaseCannotHoldAndTakesTheRest() {
        String noise = new Random(1)
                .ints(6000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        RepositoryRef repository = push(String.join(
                "\n---\n",
                component("metadata: {name: N}", "  dependsOn: ['component:" + noise + "']\n"),
                component("metadata: {name: \"\\0\", annotations: {\"\\0\": \"\\0\"}}", ""),
                component("metadata: {name: a, description: {$text: \"a\\0b\"}}", ""),
                component("metadata: {name: N}", "").replace("big-", "good-")));

        await().until(() -> catalog.find(ref("good")).isPresent());

        assertThat(problems(repository))
                .anyMatch(problem -> problem.contains("is longer than a reference can be"))
                .anyMatch(problem -> problem.contains("\"\u2400\" is not a valid name"))
                .anyMatch(problem -> problem.contains("$text does not name a file"));
    }

    @Test
    void takesATitleOfMegabytes() {
        taken(IntStream.range(0, 150_000)
                .mapToObj(i -> "    word" + i + "\n")
                .collect(Collectors.joining("", "metadata:\n  name: N\n  title: |\n", "")));

        assertThat(catalog.query(new EntityQuery(EntityFilter.ALL, "big " + unique, List.of(), List.of(), null, 0, 5)))
                .hasSize(1);
    }

    /** A Location whose glob nobody can close stopped the reading of every repository. */
    @Test
    void readsOtherRepositoriesWhateverALocationNames() {
        push("apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: odd-" + unique
                + "}\nspec: {targets: ['./{a{b}.yaml', '**/**/**/**/**/**/**/**/x', '../../out', '/etc/passwd']}\n");
        await().until(() ->
                catalog.find(EntityRef.parse("location:odd-" + unique, "")).isPresent());

        taken("metadata: {name: N}");
    }

    @Test
    void saysWhichDocumentsDeclareAnEntityTwice() {
        RepositoryRef repository = push(
                component("metadata: {name: N}", "") + "---\n" + component("metadata: {name: N}", "  system: x\n"));
        await().until(() -> catalog.find(ref("big")).isPresent());

        assertThat(problems(repository)).singleElement().asString().contains("is declared in line 1 already");
    }

    private List<String> problems(RepositoryRef repository) {
        return database.sql(
                        "select message from catalog_problems p join catalog_sources s on s.id = p.source where s.repository = ?")
                .param(repository.toString())
                .query(String.class)
                .list();
    }

    private void taken(String metadata) {
        taken(metadata, "");
    }

    private void taken(String metadata, String more) {
        push(component(metadata, more));
        await().until(() -> catalog.find(ref("big")).isPresent());
    }

    private RepositoryRef push(String text) {
        return repositories.create(Map.of("catalog-info.yaml", text));
    }

    private String component(String metadata, String more) {
        return "apiVersion: backstage.io/v1alpha1\nkind: Component\n"
                + metadata.replace("name: N", "name: big-" + unique)
                + "\nspec:\n  type: service\n  lifecycle: production\n  owner: red\n" + more;
    }

    private String group(String name, String parent) {
        return "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: %1$s-%3$s}\nspec: {type: team, children: [], parent: %2$s-%3$s}\n"
                .formatted(name, parent, unique);
    }

    private EntityRef ref(String name) {
        return EntityRef.parse("component:" + name + "-" + unique, "");
    }
}
