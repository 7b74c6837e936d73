package dev.slipway.changes.store;

import dev.slipway.changes.Intent;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Intents as JSON: a field {@code type} and what the record holds; file contents in Base64. */
final class IntentJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private IntentJson() {}

    static String write(Intent intent) {
        ObjectNode json = JSON.createObjectNode();
        switch (intent) {
            case Intent.SetRelease set -> {
                json.put("type", "SetRelease")
                        .put("service", set.service().value())
                        .put("environment", set.environment().value())
                        .put("repository", set.release().repository().toString())
                        .put("commit", set.release().commit().value());
                ObjectNode images = json.putObject("images");
                set.release().images().forEach((name, digest) -> images.put(name, digest.value()));
            }
            case Intent.PutTrees put -> {
                ObjectNode trees = json.put("type", "PutTrees").putObject("trees");
                put.trees().forEach((path, files) -> write(files, trees.putObject(path)));
            }
            case Intent.AddFiles add ->
                write(add.files(), json.put("type", "AddFiles").putObject("files"));
            case Intent.RemoveTrees remove -> {
                var paths = json.put("type", "RemoveTrees").putArray("paths");
                remove.paths().forEach(paths::add);
            }
            case Intent.Revert revert ->
                json.put("type", "Revert").put("commit", revert.commit().value());
            case Intent.SetValue set ->
                json.put("type", "SetValue")
                        .put("file", set.file())
                        .put("pointer", set.pointer())
                        .set("value", JSON.valueToTree(set.value()));
            case Intent.SetVariable set ->
                json.put("type", "SetVariable")
                        .put("environment", set.environment().value())
                        .put("name", set.name())
                        .put("before", set.before())
                        .put("value", set.value());
            case Intent.AddFinalizers add ->
                json.put("type", "AddFinalizers").put("service", add.service().value());
        }
        return JSON.writeValueAsString(json);
    }

    static Intent read(String text) {
        JsonNode json = JSON.readTree(text);
        return switch (json.get("type").asString()) {
            case "SetRelease" -> setRelease(json);
            case "PutTrees" -> putTrees(json.get("trees"));
            case "AddFiles" -> new Intent.AddFiles(files(json.get("files")));
            case "RemoveTrees" -> {
                TreeSet<String> paths = new TreeSet<>();
                json.get("paths").forEach(path -> paths.add(path.asString()));
                yield new Intent.RemoveTrees(paths);
            }
            case "Revert" -> new Intent.Revert(new CommitId(json.get("commit").asString()));
            case "SetValue" ->
                new Intent.SetValue(
                        json.get("file").asString(),
                        json.get("pointer").asString(),
                        json.path("value").isMissingNode() ? null : JSON.treeToValue(json.get("value"), Object.class));
            case "SetVariable" ->
                new Intent.SetVariable(
                        new EnvironmentName(json.get("environment").asString()),
                        json.get("name").asString(),
                        json.get("before").asString(null),
                        json.get("value").asString(null));
            case "AddFinalizers" ->
                new Intent.AddFinalizers(new ServiceName(json.get("service").asString()));
            default -> throw new IllegalStateException("An intent of unknown type is stored: " + json.get("type"));
        };
    }

    private static Intent setRelease(JsonNode json) {
        SortedMap<String, ImageDigest> images = new TreeMap<>();
        json.get("images")
                .properties()
                .forEach(image -> images.put(
                        image.getKey(), new ImageDigest(image.getValue().asString())));
        Release release = new Release(
                RepositoryRef.parse(json.get("repository").asString()),
                new CommitId(json.get("commit").asString()),
                images);
        return new Intent.SetRelease(
                new ServiceName(json.get("service").asString()),
                new EnvironmentName(json.get("environment").asString()),
                release);
    }

    private static Intent putTrees(JsonNode json) {
        SortedMap<String, java.util.Map<String, FileContent>> trees = new TreeMap<>();
        json.properties().forEach(tree -> trees.put(tree.getKey(), files(tree.getValue())));
        return new Intent.PutTrees(trees);
    }

    private static void write(java.util.Map<String, FileContent> files, ObjectNode json) {
        files.forEach((file, content) -> json.putObject(file)
                .put("mode", content.mode().name())
                .put("bytes", Base64.getEncoder().encodeToString(content.bytes())));
    }

    private static SortedMap<String, FileContent> files(JsonNode json) {
        SortedMap<String, FileContent> files = new TreeMap<>();
        json.properties()
                .forEach(file -> files.put(
                        file.getKey(),
                        new FileContent(
                                Base64.getDecoder()
                                        .decode(file.getValue().get("bytes").asString()),
                                FileMode.valueOf(file.getValue().get("mode").asString()))));
        return files;
    }
}
