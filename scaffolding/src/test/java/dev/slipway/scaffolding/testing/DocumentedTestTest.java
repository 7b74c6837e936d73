package dev.slipway.scaffolding.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentedTestTest {

    @Test
    void theGuidesExampleCanBeRead() throws IOException {
        String guide = Files.readString(Path.of("../docs/templates.md"));
        Matcher example = Pattern.compile("```yaml\n(name: a nightly job.*?)```", Pattern.DOTALL)
                .matcher(guide);

        assertThat(example.find()).isTrue();
        assertThat(TestReader.read("tests/a.yaml", "tests/a.yaml", example.group(1)))
                .hasSize(4)
                .first()
                .satisfies(test -> assertThat(test.expected().files())
                        .hasSize(4)
                        .containsEntry(
                                "deploy/staging",
                                new ExpectedFile.Absent(test.expected()
                                        .files()
                                        .get("deploy/staging")
                                        .place())));
    }
}
