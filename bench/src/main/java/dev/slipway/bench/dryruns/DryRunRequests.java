package dev.slipway.bench.dryruns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is asked: Backstage's own request with a template of 22 files, and a golden path that the platform has. */
final class DryRunRequests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, @Nullable Object>> MAP = new TypeReference<>() {};

    private DryRunRequests() {}

    static byte[] sent(Path resources) throws IOException {
        Map<String, @Nullable Object> values = JSON.readValue(Files.readString(resources.resolve("values.json")), MAP);
        Object given = values.getOrDefault("values", values);
        List<Map<String, Object>> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(resources.resolve("skeleton"))) {
            for (Path file : all.sorted().toList()) {
                files.add(file("skeleton/" + file.getFileName(), Files.readAllBytes(file)));
            }
        }
        files.add(file("skeleton/docs/index.md", "# ${{ values.name }}\n".getBytes(StandardCharsets.UTF_8)));
        files.add(file("skeleton/mkdocs.yml", "site_name: ${{ values.name }}\n".getBytes(StandardCharsets.UTF_8)));
        if (files.size() != 22) {
            throw new IllegalStateException("There are " + files.size() + " files, not 22.");
        }
        return JSON.writeValueAsBytes(
                Map.of("template", template(), "values", Map.of("values", given), "directoryContents", files));
    }

    private static Map<String, Object> template() {
        Map<String, Object> fetch = Map.of(
                "id",
                "fetch",
                "action",
                "fetch:template",
                "input",
                Map.of("url", "./skeleton", "values", "${{ parameters.values }}"));
        Map<String, Object> publish = Map.of(
                "id",
                "publish",
                "action",
                "publish:github",
                "input",
                Map.of("repoUrl", "localhost?owner=acme&repo=made-by-the-benchmark"));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("type", "service");
        spec.put("parameters", Map.of("properties", Map.of("values", Map.of("type", "object"))));
        spec.put("steps", List.of(fetch, publish));
        spec.put(
                "output",
                Map.of(
                        "links",
                        List.of(Map.of("title", "Repository", "url", "${{ steps.publish.output.remoteUrl }}"))));
        return Map.of(
                "apiVersion",
                "scaffolder.backstage.io/v1beta3",
                "kind",
                "Template",
                "metadata",
                Map.of("name", "benchmark"),
                "spec",
                spec);
    }

    private static Map<String, Object> file(String path, byte[] content) {
        return Map.of("path", path, "base64Content", Base64.getEncoder().encodeToString(content));
    }

    static byte[] stored() {
        return JSON.writeValueAsBytes(Map.of("values", Map.of("name", "made-by-the-benchmark", "team", "red")));
    }
}
