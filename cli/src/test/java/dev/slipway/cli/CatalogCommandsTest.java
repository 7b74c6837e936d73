package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CatalogCommandsTest {

    private static final String FIELDS =
            "&fields=kind%2Cmetadata.namespace%2Cmetadata.name%2Cmetadata.title%2Cspec.type%2Cspec.lifecycle%2Crelations";
    private static final String SHOP = """
            {"kind": "Component", "metadata": {"namespace": "default", "name": "Shop", "title": "The shop", "tags": ["java", "web"],
               "annotations": {"backstage.io/managed-by-location": "url:http://s/shop/catalog-info.yaml"}},
             "spec": {"type": "service", "lifecycle": "production"},
             "relations": [{"type": "ownedBy", "targetRef": "group:default/red"}, {"type": "dependsOn", "targetRef": "resource:eu/db"}]}
            """;

    @TempDir
    private Path home;

    private SmallServer server;
    private Terminal terminal;

    @BeforeEach
    void start() throws IOException {
        server = new SmallServer();
        terminal = Terminal.at(server, home);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsWhatWordsAndFiltersFind() {
        server.when(
                "GET /api/catalog/entities/by-query?limit=1&offset=0&filter=kind%3Dcomponent%2Cspec.owner%3Dred"
                        + "&filter=kind%3Dapi&fullTextFilterTerm=web%20shop" + FIELDS,
                200,
                "{\"items\": [" + SHOP + "], \"totalItems\": 3}");

        int exit = terminal.run(
                "catalog",
                "list",
                "web",
                "shop",
                "--filter",
                "kind=component,spec.owner=red",
                "--filter",
                "kind=api",
                "--limit",
                "1");

        assertThat(exit).isZero();
        assertThat(terminal.out()).isEqualTo("""
                ENTITY          TYPE     LIFECYCLE   OWNER      TITLE
                component:shop  service  production  group:red  The shop
                These are 1 of 3; --limit and --offset show others.
                """);
    }

    @Test
    void writesWholeEntitiesForMachines() {
        server.when(
                "GET /api/catalog/entities/by-query?limit=50&offset=0",
                200,
                "{\"items\": [" + SHOP + "], \"totalItems\": 1}");

        terminal.run("catalog", "list", "--json");

        assertThat(JsonMapper.shared().readTree(terminal.out()))
                .isEqualTo(JsonMapper.shared().readTree("[" + SHOP + "]"));
    }

    @Test
    void showsOneEntity() {
        server.when("GET /api/v1/catalog/entity?ref=shop", 200, SHOP);

        assertThat(terminal.run("catalog", "get", "shop")).isZero();

        assertThat(terminal.out()).isEqualTo("""
                ENTITY       component:shop
                title        The shop
                type         service
                lifecycle    production
                tags         java, web
                ownedBy      group:red
                dependsOn    resource:eu/db
                declared in  http://s/shop/catalog-info.yaml
                """);
    }

    @Test
    void offersWhatTheServerOffersInsteadOfAnUnknownEntity() {
        server.when("GET /api/v1/catalog/entity?ref=shpo", 404, """
                {"problems": [{"message": "The catalog does not know \\"default/shpo\\".", "next": "Did you mean \\"component:default/shop\\"?"}]}
                """);

        assertThat(terminal.run("catalog", "get", "shpo")).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(terminal.err()).contains("next: Did you mean \"component:default/shop\"?");
    }

    @Test
    void drawsAGraphAsATree() {
        graph("direction=out");

        terminal.run("catalog", "graph", "shop", "--relation", "dependsOn,partOf", "--direction", "out");

        assertThat(terminal.out()).isEqualTo("""
                component:shop
                ├─ dependsOn component:prices
                │  └─ dependsOn resource:db (unknown)
                └─ hasPart component:till
                also
                  component:till dependsOn resource:db (unknown)
                There is more; --depth and --limit show it.
                """);
    }

    @Test
    void drawsAGraphForGraphviz() {
        graph("direction=out");

        terminal.run("catalog", "graph", "shop", "--relation", "dependsOn,partOf", "--direction", "out", "--dot");

        assertThat(terminal.out())
                .startsWith("digraph catalog {")
                .contains("  \"resource:default/db\" [label=\"resource:db\", style=dashed];")
                .contains("  \"component:default/till\" -> \"component:default/shop\" [label=\"partOf\"];")
                .endsWith("}\n");
    }

    private void graph(String end) {
        server.when(
                "GET /api/v1/catalog/graph?from=shop&depth=2&limit=200&relation=dependsOn&relation=partOf&" + end,
                200,
                """
                {"from": "component:default/shop", "complete": false,
                 "nodes": [{"entity": {"ref": "component:default/shop", "exists": true}, "distance": 0},
                           {"entity": {"ref": "component:default/prices", "exists": true}, "distance": 1},
                           {"entity": {"ref": "component:default/till", "exists": true}, "distance": 1},
                           {"entity": {"ref": "resource:default/db", "exists": false}, "distance": 2}],
                 "relations": [{"source": "component:default/shop", "type": "dependsOn", "target": "component:default/prices"},
                               {"source": "component:default/prices", "type": "dependsOn", "target": "resource:default/db"},
                               {"source": "component:default/till", "type": "partOf", "target": "component:default/shop"},
                               {"source": "component:default/till", "type": "dependsOn", "target": "resource:default/db"}]}
                """);
    }

    @Test
    void saysWhoIsAffectedAndWhy() {
        server.when("GET /api/v1/catalog/affected?ref=resource%3Adb&limit=2&offset=0", 200, """
                {"ref": "resource:default/db", "total": 3, "complete": true, "owners": ["group:default/red"],
                 "affected": [
                   {"entity": {"ref": "component:default/prices", "owner": "group:default/red", "exists": true}, "distance": 1,
                    "why": [{"source": "component:default/prices", "type": "dependsOn", "target": "resource:default/db"}]},
                   {"entity": {"ref": "api:default/prices", "exists": false}, "distance": 2,
                    "why": [{"source": "component:default/prices", "type": "providesApi", "target": "api:default/prices"},
                            {"source": "component:default/prices", "type": "dependsOn", "target": "resource:default/db"}]}]}
                """);

        assertThat(terminal.run("catalog", "affected", "resource:db", "--limit", "2"))
                .isZero();

        assertThat(terminal.out()).isEqualTo("""
                AFFECTED              STEPS  OWNER      WHY
                component:prices      1      group:red  dependsOn resource:db
                api:prices (unknown)  2      -          apiProvidedBy component:prices, dependsOn resource:db
                3 affected. Who should know: group:red
                These are 2 of them; --limit and --offset show others.
                """);
    }

    @Test
    void countsWhatIsWrong() {
        server.when(
                "GET /api/v1/catalog/health",
                200,
                "{\"entities\": 7, \"sources\": 2, \"found\": {\"unreadable\": 0, \"problems\": 12}}");

        assertThat(terminal.run("catalog", "health")).isZero();

        assertThat(terminal.out()).isEqualTo("""
                TOPIC       FOUND
                unreadable  0
                problems    12
                7 entities of 2 sources; slipway catalog health TOPIC shows where.
                """);
    }

    @Test
    void showsWhatIsWrongWithItsPlace() {
        server.when("GET /api/v1/catalog/health/problems?limit=2&offset=0", 200, """
                {"topic": "problems", "total": 3, "findings": [
                   {"ref": "component:default/shop", "repository": "acme/shop", "path": "catalog-info.yaml", "line": 7,
                    "field": "spec.owner", "message": "It is a list.", "expected": "a text"},
                   {"repository": "acme/till", "line": 0, "message": "It cannot be read."}]}
                """);

        assertThat(terminal.run("catalog", "health", "problems", "--limit", "2"))
                .isZero();

        assertThat(terminal.out()).isEqualTo("""
                ENTITY          WHERE                          WHAT
                component:shop  acme/shop catalog-info.yaml:7  spec.owner: It is a list. Expected: a text
                -               acme/till                      It cannot be read.
                These are 2 of 3; --limit and --offset show others.
                """);
    }

    @Test
    void saysWhoOwnsWhatLiesAtAPath() throws IOException {
        Path source = Files.createDirectories(home.resolve("shop/src/main"));
        Files.writeString(
                home.resolve("shop/catalog-info.yaml"),
                """
                kind: Location
                ---
                apiVersion: backstage.io/v1alpha1
                kind: System
                metadata: {name: shop}
                spec: {owner: red}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Resource
                metadata: {name: shop-db}
                spec: {type: database, owner: blue}
                """ + IntStream.range(0, 12).mapToObj(i -> """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Resource
                metadata: {name: r%d}
                spec: {type: queue, owner: blue}
                """.formatted(i)).collect(Collectors.joining()));
        Files.createDirectory(home.resolve("shop/.git"));
        server.when("GET /api/v1/catalog/who-owns?ref=system%3Adefault%2Fshop", 200, """
                {"ref": "system:default/shop", "owners": [{"ref": "group:default/red", "title": "Team Red", "exists": true,
                  "parents": [{"ref": "group:default/retail"}], "members": [{"ref": "user:default/rosa"}, {"ref": "user:default/ren"}]}]}
                """);

        assertThat(terminal.run("catalog", "who-owns", source.toString())).isZero();

        assertThat(terminal.out())
                .contains("belongs to system:shop, whose owner is \"red\" in " + home.resolve("shop/catalog-info.yaml"))
                .contains(
                        "declares others besides, to be asked for by name: resource:shop-db, resource:r0,",
                        "resource:r8 and 3 more.")
                .endsWith("""
                        system:shop is owned by group:red (Team Red).
                          below    group:retail
                          members  user:rosa, user:ren
                        """);
    }

    @Test
    void saysWhatAGroupOwns() {
        server.when("GET /api/v1/catalog/who-owns?ref=group%3Ared", 200, """
                {"ref": "group:default/red", "owners": [{"ref": "group:default/red", "exists": true, "members": [{"ref": "user:default/rosa"}]}],
                 "owned": {"total": 1, "through": ["group:default/red-eu"], "complete": true, "entities": [{"ref": "component:default/shop", "type": "service", "owner": "group:default/red"}]}}
                """);

        terminal.run("catalog", "who-owns", "group:red");

        assertThat(terminal.out()).isEqualTo("""
                group:red
                  members  user:rosa
                  through  group:red-eu
                OWNS            TYPE     LIFECYCLE  OWNER
                component:shop  service  -          group:red
                1 altogether.
                """);
    }
}
