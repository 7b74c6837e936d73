package dev.slipway.gitops.validation.schema;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Schemas that come with Slipway, one line each: a key and JSON. Keys are {@code apiVersion/Kind}, or a definition's name. A line
 * is read when it is asked for.
 */
final class Shelf {

    private final String source;
    private final boolean custom;
    private final Map<String, String> lines;
    private final Map<String, Map<String, @Nullable Object>> read = new ConcurrentHashMap<>();

    private Shelf(String source, boolean custom, Map<String, String> lines) {
        this.source = source;
        this.custom = custom;
        this.lines = lines;
    }

    /** @param source in words, with its version */
    static Shelf read(String resource, String source, boolean custom) {
        try (InputStream stream = Shelf.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The schemas \"" + resource + "\" are missing.");
            }
            Map<String, String> lines = new HashMap<>();
            new String(new GZIPInputStream(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line ->
                            lines.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
            return new Shelf(source, custom, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<KindSchema> find(String apiVersion, String kind) {
        String key = apiVersion + "/" + kind;
        return lines.containsKey(key)
                ? Optional.of(new KindSchema(source, schema(key), custom, this::schema))
                : Optional.empty();
    }

    Set<String> keys() {
        return lines.keySet();
    }

    Map<String, @Nullable Object> schema(String key) {
        return read.computeIfAbsent(
                key,
                _ -> YamlReader.core()
                        .document(key, lines.getOrDefault(key, "{}"))
                        .flatMap(each -> each.asMap())
                        .map(YamlMap::plain)
                        .orElse(Map.of()));
    }
}
