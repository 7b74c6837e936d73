package dev.slipway.goldenpaths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaServiceTest {

    private static final String JDK = System.getProperty("java.home") + "/bin/";

    @Test
    void makesAServiceWhoseTestsPass(@TempDir Path directory) throws Exception {
        Scaffolded.write(Scaffolded.service("java-service", true), directory);

        run(directory, "javac", "-Xlint:all", "-Werror", "-d", "classes", "src/main/java");
        run(directory, "javac", "-Xlint:all", "-Werror", "-cp", "classes", "-d", "tests", "src/test/java");
        String output = run(directory, "java", "-cp", "classes:tests", "ServiceTest");

        assertThat(output).contains("5 answers as expected");
    }

    /** A directory as last argument stands for its Java files. */
    private static String run(Path directory, String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        words.set(0, JDK + words.getFirst());
        Path last = directory.resolve(words.getLast());
        if (Files.isDirectory(last)) {
            words.removeLast();
            try (Stream<Path> files = Files.walk(last)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(Path::toString)
                        .forEach(words::add);
            }
        }
        return Programs.run(directory, words.toArray(String[]::new));
    }
}
