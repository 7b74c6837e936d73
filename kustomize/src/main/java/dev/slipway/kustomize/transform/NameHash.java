package dev.slipway.kustomize.transform;

import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.emit.GoJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The suffix that changes with the content of a ConfigMap or Secret, so that pods are replaced when it changes. */
final class NameHash {
    private static final int LENGTH = 10;

    private NameHash() {}

    /** Ten characters, none of which can form a bad word. */
    static String of(Item item) {
        Map<String, @Nullable Object> content = item.content();
        boolean secret = item.kind().equals("Secret");
        Map<String, @Nullable Object> hashed = new TreeMap<>();
        hashed.put("kind", item.kind());
        hashed.put("name", "");
        hashed.put("data", content.get("data") == null ? "" : content.get("data"));
        if (secret) {
            hashed.put("type", content.get("type"));
        }
        for (String field : secret ? List.of("stringData") : List.of("binaryData")) {
            if (content.get(field) != null) {
                hashed.put(field, content.get(field));
            }
        }
        return encoded(sha256(GoJson.of(hashed)));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static String encoded(String hex) {
        return hex.substring(0, LENGTH)
                .replace('0', 'g')
                .replace('1', 'h')
                .replace('3', 'k')
                .replace('a', 'm')
                .replace('e', 't');
    }
}
