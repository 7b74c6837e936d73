package dev.slipway.gitops.validation.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -Dslipway.schemas.write=true} writes them anew. */
class ShippedSchemasTest {

    private static final Optional<UpstreamSchemas> UPSTREAM = UpstreamSchemas.find();
    private static final Path RESOURCES = Path.of("src/main/resources/dev/slipway/gitops/validation/schema");

    @ParameterizedTest
    @ValueSource(strings = {"kubernetes", "argo-cd", "istio", "gateway-api", "external-secrets"})
    void equalWhatIsPublished(String shelf) throws IOException {
        assumeTrue(UPSTREAM.isPresent(), "skipped: no schemas");
        String published = UPSTREAM.orElseThrow().lines(shelf);
        if (Boolean.getBoolean("slipway.schemas.write")) {
            Files.write(RESOURCES.resolve(shelf + ".gz"), compressed(published));
            return;
        }

        assertThat(shipped(shelf).equals(published))
                .as("%s equals what is published", shelf)
                .isTrue();
    }

    private static byte[] compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String shipped(String shelf) throws IOException {
        try (InputStream stream = Shelf.class.getResourceAsStream(shelf + ".gz")) {
            return new String(
                    new GZIPInputStream(Objects.requireNonNull(stream)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
