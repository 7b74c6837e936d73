package dev.slipway.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.kernel.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

    @TempDir
    Path home;

    private Settings read(Map<String, String> variables, String... arguments) {
        Map<String, String> environment = new java.util.HashMap<>(variables);
        environment.put("SLIPWAY_HOME", home.toString());
        return new SettingsReader(environment).read(List.of(arguments));
    }

    private List<Problem> problems(Map<String, String> variables, String... arguments) {
        return catchThrowableOfType(LaunchException.class, () -> read(variables, arguments))
                .problems();
    }

    @Test
    void keepsDataInTheHomeUnlessToldOtherwise() {
        assertThat(read(Map.of()).data()).isEqualTo(home.resolve("data"));
        assertThat(read(Map.of()).port()).isEqualTo(7070);
        assertThat(read(Map.of(), "--data", home + "/with space").data()).isEqualTo(home.resolve("with space"));
    }

    @Test
    void flagsWinOverVariablesAndVariablesOverTheFile() throws IOException {
        Files.writeString(home.resolve("slipway.yaml"), "port: 1\ndomain: file.test\nsample: true\n");

        Settings settings = read(Map.of("SLIPWAY_PORT", "2", "SLIPWAY_DOMAIN", "variable.test"), "--port=3");

        assertThat(settings.port()).isEqualTo(3);
        assertThat(settings.domain()).isEqualTo("variable.test");
        assertThat(settings.sample()).isTrue();
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceAndWhere() throws IOException {
        Files.writeString(home.resolve("slipway.yaml"), "prot: 1\nsample: perhaps\n");

        List<Problem> problems = problems(Map.of("SLIPWAY_PORT", "70700"), "--domian", "--data");

        assertThat(problems).hasSize(5);
        assertThat(problems.toString())
                .contains("Did you mean \"port\"?", "slipway.yaml:1:1")
                .contains("Did you mean \"--domain\"?")
                .contains("SLIPWAY_PORT: \"70700\" is no port. Expected: a number from 0 to 65535.")
                .contains("--data: A value is missing.")
                .contains("\"perhaps\" is no sample. Expected: true or false.");
    }

    @Test
    void takesNoEmptyValueForTheDirectoryItIsStartedIn() throws IOException {
        assertThat(problems(Map.of(), "--data=", "--port", " ").toString())
                .contains("--data: A value is missing. Expected: --data VALUE.")
                .contains("--port: A value is missing. Expected: --port VALUE.");

        Files.writeString(home.resolve("slipway.yaml"), "data: ''\n");
        assertThat(problems(Map.of()).toString())
                .contains("slipway.yaml:1:1: A value is missing. Expected: data: VALUE.");
    }

    @Test
    void keepsThingsAsLongAsItIsToldToAndSaysAllThatIsNoPeriod() throws IOException {
        assertThat(read(Map.of()).kept()).isEqualTo(new KeptFor("90d", 20, "30d", 10, "180d", "400d"));
        assertThat(read(
                                Map.of("SLIPWAY_KEEP_IMAGES", "forever"),
                                "--keep-builds",
                                "7d",
                                "--keep-newest-builds=3",
                                "--keep-runs=14d")
                        .kept())
                .isEqualTo(new KeptFor("7d", 3, "forever", 10, "14d", "400d"));

        Files.writeString(home.resolve("slipway.yaml"), "keep-audit: 1 year\nkeep-releases: 0\n");
        assertThat(problems(Map.of(), "--keep-images", "30").toString())
                .contains("--keep-images: \"30\" is no keep-images. Expected: days as in 90d, or forever")
                .contains("\"1 year\" is no keep-audit.", "slipway.yaml:1:1")
                .contains("\"0\" is no keep-releases. Expected: a number from 1 to 9999.");
    }

    @Test
    void refusesADomainThatIsNoName() {
        assertThat(problems(Map.of(), "--domain", "Local host").toString()).contains("\"Local host\" is no domain");
    }

    @Test
    void keepsThePasswordOfADatabaseOutOfItsMessages() {
        assertThat(problems(Map.of(), "--database-url", "mysql://a:secret@host/db")
                        .toString())
                .contains("no URL of a PostgreSQL database")
                .doesNotContain("secret");
    }

    @Test
    void takesUrlsAsPostgresWritesThem() {
        Database database = Database.at("postgresql://me:p%40ss@db:5433/slipway?sslmode=require");

        assertThat(database.url()).isEqualTo("jdbc:postgresql://db:5433/slipway?sslmode=require");
        assertThat(database.user()).isEqualTo("me");
        assertThat(database.password()).isEqualTo("p@ss");
    }

    @Test
    void takesAPublicAddressOfThePortalsNameOnly() {
        assertThat(read(Map.of(), "--domain", "acme.test", "--public-url", "https://slipway.acme.test")
                        .publicUrl())
                .isEqualTo("https://slipway.acme.test");
        assertThat(problems(Map.of("SLIPWAY_PUBLIC_URL", "https://portal.acme.test"), "--domain", "acme.test")
                        .toString())
                .contains("SLIPWAY_PUBLIC_URL", "https://slipway.acme.test");
    }
}
