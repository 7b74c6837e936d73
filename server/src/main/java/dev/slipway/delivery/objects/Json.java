package dev.slipway.delivery.objects;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Manifests as JSON with sorted keys, so that equal manifests are equal text. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static String write(Map<String, ? extends @Nullable Object> content) {
        return MAPPER.writeValueAsString(sorted(content));
    }

    @SuppressWarnings("unchecked")
    public static Manifest read(String json) {
        return new Manifest((Map<String, @Nullable Object>) MAPPER.readValue(json, Map.class));
    }

    /** The first sixteen hexadecimal digits of SHA-256. */
    public static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(String.valueOf(key), sorted(item)));
            return sorted;
        }
        return value instanceof List<?> list ? list.stream().map(Json::sorted).toList() : value;
    }
}
