package dev.slipway.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityReaderTest {

    private static final String GOOD = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: pricing-api
              tags: [java, c++]
            spec:
              type: service
              lifecycle: production
              owner: red
            """;

    @Test
    void takesAComponent() {
        assertThat(Read.taken(GOOD).ref()).hasToString("component:default/pricing-api");
    }

    @Test
    void tellsAllProblemsAtOnceWithTheirPlaces() {
        assertThat(Read.problems("""
                        apiVersion: backstage.io/v2
                        kind: Component
                        metadata:
                          name: pricing api
                          annotations: {a: 1}
                        spec:
                          lifecycle: [production]
                          owner: a/b/c
                        """))
                .containsExactly(
                        "catalog-info.yaml:1:13: apiVersion: \"backstage.io/v2\" is not a version of Component. Expected: backstage.io/v1alpha1.",
                        "catalog-info.yaml:4:9: metadata.name: \"pricing api\" is not a valid name. Expected: at most 63 letters, digits, -, _ and ., beginning and ending with a letter or digit.",
                        "catalog-info.yaml:5:20: metadata.annotations.a: The value is a number. Expected: a text: put it into quotes.",
                        "catalog-info.yaml:7:3: spec.type: type is missing. Expected: a text.",
                        "catalog-info.yaml:7:14: spec.lifecycle: lifecycle is a list. Expected: a text.",
                        "catalog-info.yaml:8:10: spec.owner: \"a/b/c\" is not a reference to an entity. Expected: [kind:][namespace/]name.");
    }

    @Test
    void placesProblemsBelowKeysThatHoldWhatPointersAreWrittenWith() {
        assertThat(Read.problems(GOOD.replace("metadata:\n", "metadata:\n  labels: {acme.org/a: 1}\n")))
                .containsExactly(
                        "catalog-info.yaml:4:24: metadata.labels.acme.org/a: The value is a number. Expected: a text: put it into quotes.");
    }

    @Test
    void countsLinesFromTheFilesBeginning() {
        List<Chunk> chunks = Chunk.of(GOOD + "---\n" + GOOD.replace("owner: red", "owner: 7"));

        Reading second = new EntityReader("all.yaml", target -> "").read(chunks.getLast());

        assertThat(((Reading.Refused) second).problems().getFirst().place()).hasToString("all.yaml:19:10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "A", "a-b", "a_b.c", "0", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void takesNamesAtTheLimits(String name) {
        assertThat(Read.taken(GOOD.replace("pricing-api", "\"" + name + "\"")).name())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                "a-",
                "a b",
                "ä",
                "a/b",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesNamesBeyondTheLimits(String name) {
        assertThat(Read.problems(GOOD.replace("pricing-api", "\"" + name + "\"")))
                .anyMatch(text -> text.contains("metadata.name"));
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void refusesEveryFieldOfTheWrongTypeAndNamesIt(String field, String document) {
        assertThat(Read.problems(document)).anyMatch(problem -> problem.contains(field));
    }

    static Stream<List<String>> wrongTypesOf(String kind, String fields, String... names) {
        return Stream.of(names)
                .map(name -> List.of(
                        "spec." + name,
                        "apiVersion: backstage.io/v1alpha1\nkind: " + kind + "\nmetadata: {name: x}\nspec:\n" + fields
                                + "  " + name + ": {no: 1}\n"));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> wrongTypes() {
        return Stream.of(
                        wrongTypesOf(
                                "Component",
                                "",
                                "type",
                                "lifecycle",
                                "owner",
                                "system",
                                "subcomponentOf",
                                "providesApis",
                                "consumesApis",
                                "dependsOn",
                                "dependencyOf"),
                        wrongTypesOf("API", "", "type", "lifecycle", "owner", "definition", "system"),
                        wrongTypesOf("Resource", "", "type", "owner", "dependsOn", "dependencyOf", "system"),
                        wrongTypesOf("System", "", "owner", "domain", "type"),
                        wrongTypesOf("Domain", "", "owner", "subdomainOf", "type"),
                        wrongTypesOf("Group", "", "type", "children", "parent", "members"),
                        wrongTypesOf("User", "", "memberOf"),
                        wrongTypesOf("Location", "", "type", "target", "targets", "presence"))
                .flatMap(each -> each)
                .map(each -> org.junit.jupiter.params.provider.Arguments.of(each.get(0), each.get(1)));
    }

    @Test
    void keepsAnUnknownKind() {
        assertThat(Read.taken("apiVersion: example.org/v1\nkind: Robot\nmetadata: {name: r2}\nspec: {arms: 2}\n")
                        .ref())
                .hasToString("robot:default/r2");
    }

    @Test
    void refusesWhatADatabaseCannotKeep() {
        assertThat(Read.problems(GOOD + "  note: \"a\\0b\"\n  weight: .nan\n"))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("U+0000"))
                .anyMatch(problem -> problem.contains("NaN"));
    }

    @Test
    void refusesABombOfAliases() {
        String bomb =
                "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
                        + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n";

        assertThat(Read.problems(bomb)).singleElement().asString().contains("too large");
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertThat(Read.problems(GOOD + "kind: API\n"))
                .singleElement()
                .asString()
                .contains("\"kind\" stands here twice");
    }

    @Test
    void takesADescriptionOfMegabytesAndThousandsOfRelations() {
        String large = GOOD.replace(
                        "name: pricing-api",
                        "name: pricing-api\n  description: |\n" + ("    " + "x".repeat(79) + "\n").repeat(65_536))
                + "  dependsOn: ["
                + String.join(
                        ",",
                        java.util.stream.IntStream.range(0, 10_000)
                                .mapToObj(i -> "component:c" + i)
                                .toList())
                + "]\n";

        assertThat(Relations.of(Read.taken(large))).hasSize(10_001);
    }

    @Test
    void refusesALineOfMegabytes() {
        assertThat(Read.problems(GOOD.replace("red", "x".repeat(2 << 20))))
                .singleElement()
                .asString()
                .contains(":9:1: This line is longer than 1 MiB");
    }

    @Test
    void putsFilesInThePlaceOfPlaceholders() {
        String api = """
                apiVersion: backstage.io/v1alpha1
                kind: API
                metadata: {name: x, annotations: {$yaml: ./a.yaml}}
                spec: {type: openapi, lifecycle: production, owner: red, definition: {$text: ./openapi.yaml}}
                """;

        Reading read = new EntityReader("f", target -> target.equals("./a.yaml") ? "k: v" : "openapi: 3.1.0")
                .read(Chunk.of(api).getFirst());

        Entity entity = ((Reading.Taken) read).entity();
        assertThat(entity.annotation("k")).contains("v");
        assertThat(entity.text("spec", "definition")).contains("openapi: 3.1.0");
        assertThat(Read.problems(api)).anyMatch(problem -> problem.contains("there is no file \"./openapi.yaml\""));
    }
}
