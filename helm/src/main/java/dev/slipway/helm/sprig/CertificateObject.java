package dev.slipway.helm.sprig;

import dev.slipway.gotemplate.GoObject;
import dev.slipway.gotemplate.Member;
import dev.slipway.helm.format.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A certificate and its key, both as PEM: what the functions for certificates give. */
record CertificateObject(String certificate, String key) implements GoObject, Json.Encoded {

    @Override
    public String typeName() {
        return "sprig.certificate";
    }

    @Override
    public @Nullable Member member(String name) {
        return switch (name) {
            case "Cert" -> new Member.Field(certificate);
            case "Key" -> new Member.Field(key);
            default -> null;
        };
    }

    @Override
    public Object json() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("Cert", certificate);
        fields.put("Key", key);
        return fields;
    }

    @Override
    public String print() {
        return "{" + certificate + " " + key + "}";
    }
}
