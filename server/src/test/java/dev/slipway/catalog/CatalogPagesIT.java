package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.entities.EntityRef;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The catalog as people see it. */
@CatalogTest
class CatalogPagesIT {

    @Autowired
    private Callers callers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Repositories repositories;

    private final String unique = "u" + UUID.randomUUID().toString().substring(0, 7);
    private Caller rosa;

    @BeforeEach
    void signIn() {
        rosa = callers.browserOf("rosa");
    }

    @Test
    void findsEntitiesByWhatIsTypedAndChosen() {
        push(component("harbour", "service", "red") + "---\n" + component("lighthouse", "library", "nobody"));

        assertThat(rosa.get("/catalog?q=harb").body()).contains(name("harbour")).doesNotContain(name("lighthouse"));
        assertThat(rosa.get("/catalog?q=ligthouse&tag=tag-" + unique).body())
                .contains(name("lighthouse"), "entity-missing")
                .doesNotContain(name("harbour"));
        assertThat(rosa.get("/catalog?type=service&tag=tag-" + unique).body())
                .contains(name("harbour"), "1 to 1 of 1")
                .doesNotContain(name("lighthouse"));
        assertThat(rosa.get("/catalog?q=nowhereatall").body()).contains("Nothing found");
    }

    @Test
    void countsOtherValuesOfAFacetThatIsChosen() {
        push(component("a", "service", "red") + "---\n" + component("b", "library", "red"));

        var page = rosa.get("/catalog?type=service&tag=tag-" + unique).body();

        assertThat(page).contains("id=\"type-service\"", "id=\"type-library\"");
        assertThat(page).doesNotContain(name("b"));
    }

    @Test
    void showsOnePageOfRowsInTheOrderThatIsAskedFor() {
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            file.append(component("p%02d".formatted(i), "service", "red")).append("---\n");
        }
        push(file.toString());

        var first =
                rosa.get("/catalog?tag=tag-" + unique + "&sort=name&order=desc").body();
        var second = rosa.get("/catalog?tag=tag-" + unique + "&sort=name&order=desc&page=2")
                .body();

        assertThat(first).contains(name("p59"), "1 to 50 of 60").doesNotContain(name("p09"));
        assertThat(second).contains(name("p09"), "51 to 60 of 60").doesNotContain(name("p10"));
    }

    @Test
    void keepsViewsForTheirOwnerAlone() {
        String view = "mine-" + unique;

        rosa.submit("/catalog", "/catalog/views", Map.of("name", view, "query", "q=abc&evil=1&sort=owner"));

        var page = rosa.get("/catalog").body();
        assertThat(page).contains(view, "/catalog?q=abc&amp;sort=owner").doesNotContain("evil");
        assertThat(callers.browserOf("paula").get("/catalog").body()).doesNotContain(view);
        String id = idOf(page, view);
        rosa.submit("/catalog", "/catalog/views/" + id + "/name", Map.of("name", "other-" + unique));
        assertThat(rosa.get("/catalog").body()).contains("other-" + unique).doesNotContain(view);
        callers.browserOf("paula").submit("/catalog", "/catalog/views/" + id + "/deletion", Map.of());
        assertThat(rosa.get("/catalog").body()).contains("other-" + unique);
        rosa.submit("/catalog", "/catalog/views/" + id + "/deletion", Map.of());
        assertThat(rosa.get("/catalog").body()).doesNotContain("other-" + unique);
    }

    @Test
    void showsAnEntityWithSafeDescriptionAndLinks() {
        push(component("quay", "service", "red")
                .replace(
                        "  tags:",
                        "  description: '**Bold** <script>alert(1)</script>'\n"
                                + "  annotations: {grafana/dashboard-url: 'javascript:alert(1)', github.com/project-slug: acme/quay}\n"
                                + "  links: [{url: 'javascript:alert(2)', title: Evil}, {url: 'https://example.org/run', title: Runbook}]\n"
                                + "  tags:")
                .concat("  dependsOn: [resource:nowhere]\n"));

        String page = rosa.get("/catalog/default/component/" + name("quay")).body();

        assertThat(page)
                .contains("<strong>Bold</strong>", "href=\"https://example.org/run\"", "https://github.com/acme/quay")
                .contains("href=\"/catalog/default/group/red\"", "The catalog does not know resource:default/nowhere")
                .contains("/files/catalog-info.yaml")
                .doesNotContain("<script>alert", "href=\"javascript:");
    }

    @Test
    void callsEntitiesByTheirTitlesWhereverTheyAreNamed() {
        push(titled(component("plinth", "service", name("crew")), "The plinth") + "---\n"
                + titled(component("column", "service", "nobody"), "The <column>")
                + "  dependsOn: [component:" + name("plinth") + "]\n---\n"
                + "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: " + name("crew") + "}\n"
                + "spec: {type: team, children: [], profile: {displayName: The crew}}\n");
        String plinth = "/catalog/default/component/" + name("plinth");

        assertThat(rosa.get(plinth).body()).contains(called("The &lt;column&gt;"), called("The crew"));
        assertThat(rosa.get(plinth + "/impact").body()).contains(called("The &lt;column&gt;"));
        assertThat(rosa.get(plinth + "/graph").body()).contains(">The &lt;column&gt;</text>");
        assertThat(rosa.get("/catalog?tag=tag-" + unique).body()).contains(called("The crew"), called("nobody"));
    }

    private static String titled(String entity, String title) {
        return entity.replace("  tags:", "  title: " + title + "\n  tags:");
    }

    private static String called(String title) {
        return "<span class=\"entity-name\">" + title + "</span>";
    }

    @Test
    void tellsWhoIsAffectedAtAnyDistance() {
        push(component("base", "service", "red") + "---\n"
                + component("middle", "service", "red") + "  dependsOn: [component:" + name("base") + "]\n---\n"
                + component("top", "service", "red") + "  dependsOn: [component:" + name("middle") + "]\n");

        String page = rosa.get("/catalog/default/component/" + name("base") + "/impact")
                .body();

        assertThat(page)
                .contains(
                        "Directly",
                        "2 steps away",
                        "<b>2</b> <span class=\"text-secondary\">are affected",
                        "depends on")
                .contains(name("middle"), name("top"));
        assertThat(rosa.get("/catalog/default/component/" + name("top") + "/impact?way=needed")
                        .body())
                .contains("2 steps away", name("base"));
        assertThat(rosa.get("/catalog/default/component/" + name("base") + "/impact?owner=group:default/blue")
                        .body())
                .contains("None of them");
        assertThat(rosa.get("/catalog/default/component/" + name("base") + "/graph?depth=9")
                        .body())
                .contains("<svg class=\"graph\"", name("top").substring(0, 10));
    }

    @Test
    void drawsNoLineBeyondTheEdgeOfTheGraph() {
        String base = "component:" + name("base");
        push(component("base", "service", "red") + "---\n"
                + component("middle", "service", "red") + "  dependsOn: [" + base + "]\n---\n"
                + component("top", "service", "red") + "  dependsOn: [" + base + ", component:" + name("middle")
                + "]\n");

        String page = rosa.get("/catalog/default/component/" + name("top") + "/graph?depth=2")
                .body();

        int width = Integer.parseInt(only("viewBox=\"0 0 (\\d+) ", page).getFirst());
        List<String> lines = only(" d=\"M(\\d[-\\dC ]+)\"", page);
        assertThat(lines).hasSizeGreaterThan(2).allSatisfy(line -> {
            String[] numbers = line.split(" C?");
            for (int i = 0; i < numbers.length; i += 2) {
                assertThat(Integer.parseInt(numbers[i])).isBetween(0, width);
            }
        });
    }

    private static List<String> only(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    @Test
    void rendersAnOpenApiDefinition() {
        push("""
                apiVersion: backstage.io/v1alpha1
                kind: API
                metadata:
                  name: %s
                spec:
                  type: openapi
                  lifecycle: production
                  owner: red
                  definition: |
                    openapi: 3.1.0
                    info: {title: Berths, version: "2"}
                    paths:
                      /berths/{id}:
                        get:
                          summary: One <berth>
                          parameters: [{$ref: '#/components/parameters/id'}]
                          responses: {"404": {description: No such berth}}
                    components: {parameters: {id: {name: id, in: path, required: true, schema: {type: string}}}}
                """.formatted(name("berths")));

        String page = rosa.get("/catalog/default/api/" + name("berths") + "/definition")
                .body();

        assertThat(page)
                .contains(
                        "Berths 2",
                        "/berths/{id}",
                        "One &lt;berth&gt;",
                        "No such berth",
                        "id=\"operation-get-berths-id-\"",
                        ">required</span>")
                .doesNotContain("One <berth>");
    }

    @Test
    void saysKindlyWhereADefinitionCannotBeReadAndShowsItsText() {
        push(api("torn", "graphql", "type Query {\n  <script>: \n"));
        String path = "/catalog/default/api/" + name("torn") + "/definition";

        assertThat(rosa.get(path).body())
                .contains("This is not GraphQL that can be read", "Line 2</a>", "&lt;script&gt;")
                .doesNotContain("<script>:");
        var text = rosa.get(path + "/text");
        assertThat(text.body()).startsWith("type Query {");
        assertThat(text.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @Test
    void showsTextOfDefinitionsAsTextAlone() {
        push(api("sly", "grpc", "// <img src=x onerror=alert(1)>\nmessage Sly { string a = 1; }")
                + "---\n"
                + api(
                        "slow",
                        "asyncapi",
                        "asyncapi: 3.0.0\ninfo: {description: '**Bold** <script>alert(2)</script>'}"));

        assertThat(rosa.get("/catalog/default/api/" + name("sly") + "/definition")
                        .body())
                .contains("message-Sly", "&lt;img src=x")
                .doesNotContain("<img src=x");
        assertThat(rosa.get("/catalog/default/api/" + name("slow") + "/definition")
                        .body())
                .contains("<strong>Bold</strong>")
                .doesNotContain("<script>alert");
    }

    @Test
    void findsValuesOfAFacetThatAreNotAmongTheMostFrequent() {
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < 15; i++) {
            file.append(component("v" + i, "kind-of-" + i, "red")).append("---\n");
        }
        push(file.toString());

        String page =
                rosa.get("/catalog?tag=tag-" + unique + "&find-type=OF-14").body();

        assertThat(page).contains("id=\"type-kind-of-14\"", "1 to 15 of 15").doesNotContain("id=\"type-kind-of-1\"");
    }

    @Test
    void leavesOneStepInTheHistoryHoweverMuchIsTyped() {
        assertThat(rosa.get("/catalog?q=a&type=", Map.of("HX-Target", "catalog-results", "HX-Trigger", "catalog-q"))
                        .headers()
                        .firstValue("HX-Replace-Url"))
                .contains("/catalog?q=a");
        var turned = rosa.get("/catalog?q=a&page=2", Map.of("HX-Target", "catalog-results", "HX-Trigger", "page-next"));
        assertThat(turned.headers().firstValue("HX-Push-Url")).contains("/catalog?q=a&page=2");
        assertThat(turned.body()).contains("id=\"catalog-results\"").doesNotContain("catalog-facets", "navbar");
    }

    @Test
    void showsAGroupByWhoBelongsToItAndNotByAnOwner() {
        push(component("held", "service", "red"));

        String page = rosa.get("/catalog/default/group/red").body();

        assertThat(page)
                .contains("<dt>Members</dt>", "<dt>Owns</dt>", "/catalog?owner=group%3Adefault%2Fred")
                .doesNotContain("<dt>Owner</dt>");
    }

    @Test
    void tellsAnOwnerWhatIsWrongWithWhatItOwns() {
        push(component("loose", "service", "red") + "  dependsOn: [resource:gone-" + unique + "]\n");

        assertThat(rosa.get("/catalog/default/group/red/ownership").body())
                .contains("something that the catalog does not know", name("loose"), "gone-" + unique);
    }

    @Test
    void saysWhatIsNotTheAddressOfAFileAndWhy() {
        var repository =
                repositories.create(Map.of("README.md", "Nothing here: [\n", "catalog-info.yaml", "# empty\n"));
        String files = "http://slipway.localhost:7070/repositories/" + repository + "/files/";

        assertThat(look("file:///etc/passwd")).contains("is no address of a file");
        assertThat(look("http://169.254.169.254/latest/x.yaml")).contains("is no Git host of this platform");
        assertThat(look("http://slipway.localhost:7070/repositories/acme/nowhere/files/x.yaml"))
                .contains("There is no repository");
        assertThat(look(files + "missing.yaml")).contains("There is no file");
        assertThat(look(files + "README.md")).contains("Nothing was registered", "README.md:");
        assertThat(look(files + "catalog-info.yaml")).contains("There is no entity in");
    }

    @Test
    void saysThatAFileIsRegisteredAlready() {
        var repository = repositories.create(Map.of("docs/twice.yaml", component("twice", "service", "red")));
        String target = "http://slipway.localhost:7070/repositories/" + repository + "/files/docs/twice.yaml";
        rosa.submit("/catalog/locations", "/catalog/locations", Map.of("target", target, "go", "register"));

        assertThat(look(target)).contains("registered already").doesNotContain("value=\"register\"");
    }

    private String look(String target) {
        return rosa.submit("/catalog/locations", "/catalog/locations", Map.of("target", target, "go", "look"))
                .body();
    }

    @Test
    void saysWhatAGroupOwns() {
        push(component("owned", "service", "red"));

        assertThat(rosa.get("/catalog/default/group/red/ownership").body())
                .contains("/catalog?owner=group%3Adefault%2Fred&amp;kind=component", "Members");
    }

    @Test
    void answersUnknownEntitiesWithThePageOfThePortal() {
        var page = rosa.get("/catalog/default/component/nothing-" + unique);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("does not know", "navbar");
        assertThat(rosa.get("/catalog/default/group/red/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsOnItsHealthPageWhatIsWrongAndWhere() {
        push(component("fine", "service", "red") + "---\n"
                + component("broken", "service", "red").replace("owner: red", "owner: []") + "---\n"
                + component("unowned", "service", "gone-" + unique) + "  dependsOn: [api:void-" + unique + "]\n");
        push(component("later", "service", "red") + "---\n" + component("fine", "service", "red"));

        assertThat(rosa.get("/catalog/health").body())
                .contains("catalog-info.yaml:19", "component:default/" + name("broken"));
        assertThat(rosa.get("/catalog/health?show=orphans").body()).contains("api:default/void-" + unique);
        assertThat(rosa.get("/catalog/health?show=ownerless").body()).contains("gone-" + unique);
        assertThat(rosa.get("/catalog/health?show=conflicts").body()).contains("Claimed twice", name("fine"));
        assertThat(topic("problems")).contains("\"ref\":\"component:default/" + name("broken"), "\"line\":19");
        assertThat(topic("orphans"))
                .contains("\"ref\":\"api:default/void-" + unique, "it is named once, by component:");
        assertThat(topic("ownerless")).contains("Its owner group:default/gone-" + unique + " does not exist.");
        assertThat(topic("conflicts")).contains("\"ref\":\"component:default/" + name("fine"), "has it already");
        assertThat(callers.tokenOf("rosa")
                        .get("/api/v1/catalog/health/nonsense")
                        .body())
                .contains("unreadable, problems, conflicts, orphans, ownerless, gone");
        assertThat(rosa.get("/catalog/health?show=orphans&page=9999").body()).contains("There is no page 9999");
    }

    private String topic(String name) {
        return callers.tokenOf("rosa")
                .get("/api/v1/catalog/health/" + name + "?limit=1000")
                .body();
    }

    @Test
    void missesTheOwnerOfAKindOfOnesOwnWhereItNamesOne() {
        String named = component("named", "service", "nobody").replace("kind: Component", "kind: Robot");
        String free = component("free", "service", "nobody")
                .replace("kind: Component", "kind: Robot")
                .replace("  owner: nobody\n", "");
        push(named + "---\n" + free);

        assertThat(rosa.get("/catalog/health?show=ownerless").body())
                .contains("robot:default/" + name("named"))
                .doesNotContain("robot:default/" + name("free"));
    }

    @Test
    void showsTheProblemsOfAnEntityOnItsPageAndWhoElseClaimsIt() {
        String well = component("well", "service", "red") + "---\n";
        String ill = component("ill", "service", "red");
        RepositoryRef mine = push(well + ill);
        push(well);
        String page = "/catalog/default/component/";
        await().until(() -> rosa.get(page + name("well")).body().contains("Other files claim it as well"));

        repositories.push(mine, Map.of("catalog-info.yaml", well + ill.replace("owner: red", "owner: []")));

        await().until(() -> rosa.get(page + name("ill")).body().contains("owner is a list"));
        assertThat(rosa.get(page + name("ill")).body()).doesNotContain("Other files claim it as well");
        assertThat(rosa.get(page + name("well")).body())
                .doesNotContain("owner is a list")
                .contains("a problem</a> with other entities in it");
    }

    @Test
    void showsWhatALocationHoldsBeforeItRegistersIt() {
        var repository = repositories.create(Map.of("docs/more.yaml", component("extra", "service", "red")));
        String target = "http://slipway.localhost:7070/repositories/" + repository + "/files/docs/more.yaml";

        var look = rosa.submit("/catalog/locations", "/catalog/locations", Map.of("target", target, "go", "look"));
        assertThat(look.body()).contains(name("extra"), "Register this entity");
        assertThat(rosa.get("/catalog/locations").body()).doesNotContain(target);

        rosa.submit("/catalog/locations", "/catalog/locations", Map.of("target", target, "go", "register"));
        assertThat(rosa.get("/catalog/locations").body()).contains(target);
        await().until(() -> catalog.find(extra()).isPresent());
    }

    private EntityRef extra() {
        return EntityRef.parse("component:" + name("extra"), "");
    }

    @Test
    void saysInPlaceWhyAnAddressIsNotTaken() {
        var answer = rosa.submit(
                "/catalog/locations",
                "/catalog/locations",
                Map.of("target", "https://example.org/x.yaml", "go", "register"));

        assertThat(answer.body()).contains("Nothing was registered", "value=\"https://example.org/x.yaml\"");
    }

    private static String idOf(String page, String view) {
        var matcher = Pattern.compile(
                        "/catalog/views/([0-9a-f-]+)/name\"(?:(?!/name\").)*value=\"" + view, Pattern.DOTALL)
                .matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    /** Pushes a file and waits until its first entity is there. */
    private RepositoryRef push(String file) {
        RepositoryRef repository = repositories.create(Map.of("catalog-info.yaml", file));
        String first = file.replaceFirst("(?s).*?kind: (\\w+).*", "$1") + ":default/"
                + file.replaceFirst("(?s).*?\\n  name: (\\S+).*", "$1");
        await().until(() -> catalog.find(EntityRef.parse(first, "")).isPresent());
        return repository;
    }

    private String api(String name, String type, String definition) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: API
                metadata:
                  name: %s
                spec:
                  type: %s
                  lifecycle: production
                  owner: red
                  definition: |
                %s
                """.formatted(name(name), type, definition.indent(4));
    }

    private String component(String name, String type, String owner) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %s
                  tags: [tag-%s]
                spec:
                  type: %s
                  lifecycle: production
                  owner: %s
                """.formatted(name(name), unique, type, owner);
    }

    private String name(String name) {
        return name + "-" + unique;
    }
}
