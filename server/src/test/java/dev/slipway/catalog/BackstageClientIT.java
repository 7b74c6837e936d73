package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.entities.EntityRef;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.identity.Role;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Callers;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Backstage's published client, run by Node, gets what it expects. Skipped where Node or its packages are missing. */
@CatalogTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackstageClientIT {

    private static final Path DIRECTORY = Path.of("target", "backstage-client");
    private static final String UNIQUE = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private Catalog catalog;

    @Autowired
    private Repositories repositories;

    @Autowired
    private RepositoryAddresses addresses;

    @Autowired
    private Callers callers;

    private JsonNode answers;

    @BeforeAll
    void askEverything() throws Exception {
        assumeTrue(onPath("node") && onPath("npm"), "skipped: no Node.js");
        assumeTrue(installed(), "skipped: the client's packages cannot be had");
        RepositoryRef repository = repositories.create(Map.of(
                "catalog-info.yaml",
                component("a", "service", "  system: shop\n") + "---\n" + component("b", "website", "") + "---\n"
                        + component("c", "library", ""),
                "other/entities.yaml",
                component("d", "service", "")));
        await().until(() -> catalog.find(EntityRef.parse("component:default/c-" + UNIQUE, ""))
                .isPresent());
        answers = new JsonMapper()
                .readTree(run(
                        "node",
                        "check.mjs",
                        callers.address().toString(),
                        callers.token("backstage-client", Set.of(), Role.TEAM_LEAD),
                        UNIQUE,
                        addresses.page(repository) + "/files/catalog-info.yaml",
                        addresses.page(repository) + "/files/other/entities.yaml",
                        addresses.page(repositories.create(Map.of("Dockerfile", "FROM scratch")))));
    }

    @Test
    void findsOneEntity() {
        assertAnswer("byRef", "{\"name\":\"a-U\",\"uid\":36,\"relations\":[\"ownedBy\",\"partOf\"]}");
        assertAnswer("unknown", "true");
        assertAnswer("byRefs", "[\"b-U\",null]");
    }

    @Test
    void filters() {
        assertAnswer("entities", "[\"a-U\",\"b-U\",\"c-U\"]");
        assertAnswer("either", "[\"a-U\",\"b-U\"]");
        assertAnswer("several", "[\"b-U\",\"c-U\"]");
        assertAnswer("exists", "[\"a-U\"]");
    }

    @Test
    void answersPartsInOrder() {
        assertAnswer("fields", "[{\"metadata\":{\"name\":\"a-U\"},\"spec\":{\"type\":\"service\"}}]");
        assertAnswer("order", "[\"c-U\",\"b-U\",\"a-U\"]");
        assertAnswer("after", "[\"b-U\",\"c-U\"]");
        assertAnswer("pages", "{\"total\":3,\"pages\":[[\"a-U\",\"b-U\"],[\"c-U\"]],\"back\":[\"a-U\",\"b-U\"]}");
    }

    @Test
    void answersPredicates() {
        assertAnswer(
                "predicates",
                "[[\"b-U\",\"c-U\"],[\"a-U\",\"c-U\"],[\"a-U\"],[\"b-U\",\"c-U\"],[\"a-U\",\"b-U\",\"c-U\"],[\"c-U\"]]");
        assertAnswer(
                "predicatePages",
                "{\"total\":3,\"pages\":[[{\"metadata\":{\"name\":\"a-U\"}},{\"metadata\":{\"name\":\"b-U\"}}],[\"c-U\"]],\"back\":[\"a-U\",\"b-U\"],\"more\":false}");
        assertAnswer("uncounted", "[0,true]");
        assertAnswer("streamed", "[[\"a-U\",\"b-U\"],[\"c-U\"]]");
        assertAnswer("predicateRefs", "[null,\"b-U\",\"c-U\"]");
        assertAnswer(
                "predicateFacets",
                "{\"spec.type\":[{\"value\":\"library\",\"count\":1},{\"value\":\"website\",\"count\":1}],"
                        + "\"metadata.tags\":[{\"value\":\"U\",\"count\":2}],"
                        + "\"relations.ownedBy\":[{\"value\":\"group:default/red\",\"count\":2}],\"spec.nothing\":[]}");
    }

    @Test
    void searchesWords() {
        assertAnswer("fullText", "[\"b-U\"]");
        assertAnswer("fullTextFields", "[\"c-U\"]");
        assertAnswer(
                "facets",
                "{\"spec.type\":[{\"value\":\"library\",\"count\":1},{\"value\":\"service\",\"count\":1},{\"value\":\"website\",\"count\":1}]}");
    }

    @Test
    void knowsWhereEntitiesComeFrom() {
        assertAnswer("ancestors", "{\"root\":\"component:default/a-U\",\"items\":[[\"a-U\",[]]]}");
        assertAnswer("dryRun", "[\"a-U\",\"b-U\",\"c-U\"]");
        assertAnswer("locations", "[\"same\",\"same\",\"same\",true,[409,\"ConflictError\",\"string\"],true,true]");
        assertAnswer("refresh", "true");
    }

    @Test
    void pagesAndChangesLocations() {
        String location = "{\"entityRef\":\"string\",\"id\":\"string\",\"target\":\"string\",\"type\":\"string\"}";
        assertAnswer("location", "[" + location + ",67]");
        assertAnswer(
                "queriedLocations", "[{\"items\":[" + location + "],\"pageInfo\":{},\"totalItems\":\"number\"},1]");
        assertAnswer("streamedLocations", "[1,1]");
        assertAnswer("changedToAnother", "[409,\"ConflictError\",\"string\"]");
        assertAnswer("changed", "[true,true,true]");
    }

    @Test
    void analyzesRepositories() {
        assertAnswer(
                "analyzed",
                "[[[\"url\",true,true,\"a-U\"],[\"url\",true,true,\"b-U\"],[\"url\",true,true,\"c-U\"]],[]]");
        assertAnswer(
                "proposed",
                "[[],\"backstage.io/v1alpha1\",\"Component\",{\"lifecycle\":\"unknown\",\"type\":\"service\"},true,"
                        + "[{\"description\":\"string\",\"field\":\"string\",\"state\":\"string\",\"value\":\"string\"}],"
                        + "[[\"metadata.name\",\"analysisSuggestedValue\"],[\"metadata.description\",\"needsUserInput\"],"
                        + "[\"spec.type\",\"analysisSuggestedValue\"],[\"spec.lifecycle\",\"needsUserInput\"],[\"spec.owner\",\"needsUserInput\"]]]");
    }

    @Test
    void answersWhateverTheClientCanAskInItsShapes() {
        assertAnswer("deprecated", "\"a-U\"");
        assertAnswer("shapes", "[true,[{\"targetRef\":\"string\",\"type\":\"string\"}]]");
        assertAnswer(
                "removed",
                "[[422,\"NotAllowedError\",\"string\"],[404,\"NotFoundError\",\"string\"],[400,\"InputError\",\"string\"],"
                        + "[404,\"NotFoundError\",\"string\"],[401,\"AuthenticationError\",\"string\"]]");
        assertAnswer("uncalled", "[]");
    }

    @Test
    void validatesEntities() {
        assertAnswer("valid", "true");
        assertAnswer(
                "invalid", "{\"valid\":false,\"errors\":2,\"shape\":[{\"message\":\"string\",\"name\":\"string\"}]}");
    }

    private void assertAnswer(String question, String expected) {
        assertThat(answers.get(question).toString())
                .isEqualTo(expected.replace("-U\"", "-" + UNIQUE + "\"").replace("\"U\"", "\"" + UNIQUE + "\""));
    }

    private static String component(String name, String type, String more) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %s-%s
                  description: %s thing
                  tags: [%s]
                spec:
                  type: %s
                  lifecycle: production
                  owner: red
                %s""".formatted(
                name, UNIQUE, Map.of("a", "First", "b", "Second", "c", "Third").get(name), UNIQUE, type, more);
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** Copies the script and has npm fetch the client, once for all builds of this checkout. */
    private static boolean installed() throws IOException, InterruptedException {
        Files.createDirectories(DIRECTORY);
        for (String file : List.of("package.json", "check.mjs")) {
            Files.writeString(DIRECTORY.resolve(file), resource(file));
        }
        return Files.isDirectory(DIRECTORY.resolve("node_modules/@backstage/catalog-client"))
                || process("npm", "install", "--no-audit", "--no-fund", "--silent")
                                .waitFor()
                        == 0;
    }

    private static String resource(String file) {
        try (var stream = BackstageClientIT.class.getResourceAsStream("/backstage-client/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = process(command);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private static Process process(String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(DIRECTORY.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
