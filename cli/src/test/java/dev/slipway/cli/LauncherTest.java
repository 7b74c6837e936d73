package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout whose build and JDKs are small scripts that say what they are called with. */
class LauncherTest {

    private static final String JAVA = """
            #!/bin/sh
            echo "$0 $*"
            """;

    private static final String MAVEN = """
            #!/bin/sh
            echo "$PWD" >>"$PWD/builds"
            mkdir -p server/target cli/target/lib
            touch server/target/slipway-server-1-app.jar cli/target/slipway-cli-1.jar
            """;

    @TempDir
    private Path folder;

    private Path checkout;

    private Path jdk;

    @BeforeEach
    void laysTheCheckout() throws IOException {
        checkout = Files.createDirectories(folder.resolve("checkout"));
        Files.copy(Path.of("../slipway"), checkout.resolve("slipway"));
        executable(checkout.resolve("mvnw"), MAVEN);
        Files.writeString(checkout.resolve("pom.xml"), "");
        Files.createDirectories(checkout.resolve("cli/src/main"));
        jdk = jdk("jdk-25", "25.0.1");
    }

    @Test
    void buildsOnceAndRunsWithTheJdkThatJavaHomeNames() throws Exception {
        assertThat(launched(checkout, jdk)).contains(jdk + "/bin/java", "slipway-cli.jar help");
        assertThat(launched(checkout, jdk)).contains("slipway-cli.jar help");

        assertThat(checkout.resolve("builds")).hasContent(checkout.toRealPath().toString());
    }

    @Test
    void passesOverAJdkOfAnotherVersion() throws Exception {
        Path older = jdk("jdk-17", "17.0.15");

        assertThat(launched(checkout, older)).doesNotContain(older.toString() + "/bin/java");
    }

    /** On a machine whose usual places, path and home hold no JDK. */
    @Test
    void saysPlainlyThatJavaHomeNamesNoJdk() throws Exception {
        Path launcher = checkout.resolve("slipway");
        Files.writeString(
                launcher,
                Files.readString(launcher)
                        .replaceAll("(?m)^    /usr/lib/jvm/.*\\n    \"\\$\\{SDKMAN_DIR.*; do$", "    ; do"));
        executable(folder.resolve("none/javac"), JAVA);

        assertThat(launched(checkout, Path.of("/nope"), "PATH", folder.resolve("none") + ":" + System.getenv("PATH")))
                .contains("slipway: no JDK 25 found.")
                .contains("slipway: JAVA_HOME is \"/nope\", where there is no JDK.")
                .doesNotContain("No such file");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        launched(checkout, jdk);
        Files.writeString(checkout.resolve("cli/src/main/New.java"), "");

        launched(checkout, jdk);

        assertThat(Files.readAllLines(checkout.resolve("builds"))).hasSize(2);
    }

    @Test
    void givesTheCommandLineTheMemoryThatIsAskedFor() throws Exception {
        assertThat(launched(checkout, jdk)).contains("-Xmx1g");
        assertThat(launched(checkout, jdk, "SLIPWAY_CLI_MEMORY", "3g")).contains("-Xmx3g");
    }

    /** Classes in a start-up cache name the place of their jar; in another place the server does not start with it. */
    @Test
    void buildsACheckoutThatWasMovedAgain() throws Exception {
        launched(checkout, jdk);
        Path moved = Files.move(checkout, folder.resolve("moved"));

        assertThat(launched(moved, jdk)).contains("slipway-cli.jar help");

        assertThat(Files.readAllLines(moved.resolve("builds"))).hasSize(2);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        executable(home.resolve("bin/javac"), JAVA);
        executable(home.resolve("bin/java"), JAVA);
        return home;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static String launched(Path checkout, Path javaHome, String... variable) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(checkout.resolve("slipway").toString(), "help").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("SLIPWAY_AOT", "off");
        builder.environment().remove("SLIPWAY_CLI_MEMORY");
        if (variable.length > 0) {
            builder.environment().put(variable[0], variable[1]);
        }
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
