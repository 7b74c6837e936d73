package dev.slipway.kustomize.generate;

import dev.slipway.documents.tree.TreePath;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.read.Generator;
import dev.slipway.kustomize.read.Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes ConfigMaps and Secrets. */
public final class Generators {

    private final Function<Text, byte[]> files;
    private final Problems problems = new Problems();

    /** @param files reads a file by the path that is written in the kustomization */
    public Generators(Function<Text, byte[]> files) {
        this.files = files;
    }

    /** @throws dev.slipway.kustomize.problem.Refusal with everything that is wrong with its sources */
    public Item generate(Generator generator) {
        Map<String, byte[]> entries = entries(generator);
        problems.stopIfAny();
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("apiVersion", "v1");
        content.put("kind", generator.secret() ? "Secret" : "ConfigMap");
        content.put("metadata", metadata(generator));
        if (generator.secret()) {
            content.put("type", generator.type().isEmpty() ? "Opaque" : generator.type());
        }
        entries.forEach((key, value) -> put(content, key, value, generator.secret()));
        if (generator.immutable()) {
            content.put("immutable", true);
        }
        return Item.generated(generator.place(), content, generator.behavior(), generator.hashed());
    }

    private static Map<String, @Nullable Object> metadata(Generator generator) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("name", generator.name());
        if (!generator.namespace().isEmpty()) {
            metadata.put("namespace", generator.namespace());
        }
        if (!generator.labels().isEmpty()) {
            metadata.put("labels", new LinkedHashMap<String, @Nullable Object>(generator.labels()));
        }
        if (!generator.annotations().isEmpty()) {
            metadata.put("annotations", new LinkedHashMap<String, @Nullable Object>(generator.annotations()));
        }
        return metadata;
    }

    private static void put(Map<String, @Nullable Object> content, String key, byte[] value, boolean secret) {
        Optional<String> text = text(value);
        String field = secret || text.isPresent() ? "data" : "binaryData";
        Map<String, @Nullable Object> data = dev.slipway.kustomize.document.Values.asMap(content.get(field));
        if (data == null) {
            data = new LinkedHashMap<>();
            content.put(field, data);
        }
        data.put(key, !secret && text.isPresent() ? text.get() : Base64Lines.encode(value));
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private Map<String, byte[]> entries(Generator generator) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (Text env : generator.envs()) {
            problems.collect(() -> EnvFile.read(
                            TreePath.resolve(TreePath.parent(env.place().file()), env.text()),
                            new String(files.apply(env), StandardCharsets.UTF_8),
                            problems)
                    .forEach((key, value) -> add(entries, env, key, value.getBytes(StandardCharsets.UTF_8))));
        }
        generator.literals().forEach(literal -> literal(entries, literal, generator.secret()));
        for (Text file : generator.files()) {
            problems.collect(() -> file(entries, file));
        }
        return entries;
    }

    /** What stands for the value of a Secret is not repeated. */
    private void literal(Map<String, byte[]> entries, Text literal, boolean secret) {
        int equals = literal.text().indexOf('=');
        if (equals <= 0) {
            problems.add(
                    literal.place(),
                    (secret ? "This literal" : "The literal \"" + literal.text() + "\"") + " has no key or no value.",
                    "key=value.",
                    "Correct it.");
            return;
        }
        String value = unquoted(literal.text().substring(equals + 1));
        add(entries, literal, literal.text().substring(0, equals), value.getBytes(StandardCharsets.UTF_8));
    }

    private static String unquoted(String value) {
        int last = value.length() - 1;
        boolean quoted = last >= 1
                && value.charAt(0) == value.charAt(last)
                && (value.charAt(0) == '"' || value.charAt(0) == '\'');
        return quoted ? value.substring(1, last) : value;
    }

    private void file(Map<String, byte[]> entries, Text source) {
        int equals = source.text().indexOf('=');
        String path = source.text().substring(equals + 1);
        String key = equals < 0
                ? path.substring(path.lastIndexOf('/') + 1)
                : source.text().substring(0, equals);
        add(entries, source, key, files.apply(new Text(source.place(), path)));
    }

    private void add(Map<String, byte[]> entries, Text source, String key, byte[] value) {
        if (entries.put(key, value) != null) {
            problems.add(
                    source.place(),
                    "The key \"" + key + "\" is given twice.",
                    "each key once.",
                    "Remove one of its sources.");
        }
    }
}
