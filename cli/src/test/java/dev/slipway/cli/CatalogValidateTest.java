package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CatalogValidateTest {

    @TempDir
    private Path checkout;

    private final Terminal terminal = new Terminal(Map.of("SLIPWAY_SERVER", "http://127.0.0.1:1"));

    private Path file(String path, String text) throws IOException {
        Path file = checkout.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String system(String name) {
        return "apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata:\n  name: " + name
                + "\nspec:\n  owner: red\n";
    }

    private static String location(String more) {
        return "apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: all}\nspec: {" + more + "}\n";
    }

    @Test
    void saysAllThatIsWrongWithPlaces() throws IOException {
        Path file = file(
                "catalog-info.yaml",
                system("good") + "---\n" + system("Not a name!").replace("owner: red", "owner: [red]"));

        int exit = terminal.run("catalog", "validate", checkout.toString());

        assertThat(exit).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err())
                .contains("error: " + file + ":11:9: metadata.name: \"Not a name!\" is not a valid name.")
                .contains("error: " + file + ":13:10: spec.owner: owner is a list.");
        assertThat(terminal.out()).isEqualTo("2 problems in 1 file.\n");
    }

    @Test
    void findsWhatTheCatalogWouldFind() throws IOException {
        file("catalog-info.yaml", system("one"));
        file("deep/below/catalog-info.yml", system("two"));
        file("golden/template.yaml", "kind: Template");
        file("golden/skeleton/catalog-info.yaml", "name: ${{ values.name }}");
        file(".hidden/catalog-info.yaml", "nonsense");

        assertThat(terminal.run("catalog", "validate", checkout.toString())).isZero();
        assertThat(terminal.out()).isEqualTo("2 entities in 2 files, nothing wrong.\n");
    }

    @Test
    void readsTeamsAndTemplatesOfAPlatformRepository() throws IOException {
        file("platform.yaml", "kind: Platform");
        Path team = file("teams/red.yaml", "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: red}\n");

        assertThat(terminal.run("catalog", "validate", checkout.toString())).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err()).contains(team + ":1:1: spec: spec is missing.");
    }

    @Test
    void followsLocationsAndPlaceholdersWithinTheCheckout() throws IOException {
        Files.createDirectory(checkout.resolve(".git"));
        Path start = file(
                "services/catalog-info.yaml",
                location(
                        "targets: ['../shared/*.yaml', './gone.yaml', '../../out.yaml', 'https://example.org/x.yaml']"));
        Path api = file("shared/api.yaml", """
                apiVersion: backstage.io/v1alpha1
                kind: API
                metadata: {name: prices}
                spec:
                  type: openapi
                  lifecycle: production
                  owner: red
                  definition:
                    $text: ./openapi.txt
                """);

        assertThat(terminal.run("catalog", "validate", start.toString())).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err())
                .contains(start + ":4:38: spec.targets.1: \"./gone.yaml\" names no file.")
                .contains(start + ":4:53: spec.targets.2: ")
                .contains("leads out of the tree")
                .contains(api + ":9:5: spec.definition: $text cannot be resolved: there is no file \"./openapi.txt\".");
        assertThat(terminal.out()).contains("Not looked at: https://example.org/x.yaml lies outside.");
    }

    @Test
    void takesPathsFromTheRootOfTheCheckoutAndLeavesAddressesAlone() throws IOException {
        Files.createDirectory(checkout.resolve(".git"));
        file("text/openapi.txt", "openapi: 3.1.0");
        file("apis/api.yaml", """
                apiVersion: backstage.io/v1alpha1
                kind: API
                metadata: {name: prices, annotations: {$yaml: 'https://example.org/annotations.yaml'}}
                spec: {type: openapi, lifecycle: production, owner: red, definition: {$text: /text/openapi.txt}}
                """);
        Path start = file("services/catalog-info.yaml", location("target: /apis/api.yaml"));

        terminal.run("catalog", "validate", start.toString());

        assertThat(terminal.err()).doesNotContain("definition");
        assertThat(terminal.out()).contains("https://example.org/annotations.yaml lies outside");
    }

    @Test
    void leavesOptionalTargetsThatAreMissingAlone() throws IOException {
        file("catalog-info.yaml", location("target: ./gone.yaml, presence: optional"));

        assertThat(terminal.run("catalog", "validate", checkout.toString())).isZero();
    }

    @Test
    void saysWhichEntityIsDeclaredTwice() throws IOException {
        Path first = file("a/catalog-info.yaml", system("twice"));
        Path second = file("b/catalog-info.yaml", "# a comment\n---\n" + system("twice"));

        assertThat(terminal.run("catalog", "validate", checkout.toString())).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err())
                .contains(
                        second + ":2:1: metadata.name: system:default/twice is declared at " + first + ":1:1 already.");
    }

    @Test
    void writesJsonForMachines() throws IOException {
        Path file = file("catalog-info.yaml", system("one").replace("red", "''"));

        terminal.run("catalog", "validate", "--json", file.toString(), checkout.toString());

        JsonNode report = JsonMapper.shared().readTree(terminal.out());
        assertThat(report.path("files").size()).isEqualTo(1);
        assertThat(report.at("/problems/0/file").asString()).isEqualTo(file.toString());
        assertThat(report.at("/problems/0/line").asInt()).isEqualTo(6);
        assertThat(report.at("/problems/0/field").asString()).isEqualTo("spec.owner");
    }

    @Test
    void saysWhereThereIsNothingToRead() {
        assertThat(terminal.run("catalog", "validate", checkout.toString())).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(terminal.err()).contains("There is no catalog-info.yaml");
        assertThat(terminal.run("catalog", "validate", checkout + "/nowhere")).isEqualTo(ExitCode.NOT_FOUND.code());
    }
}
