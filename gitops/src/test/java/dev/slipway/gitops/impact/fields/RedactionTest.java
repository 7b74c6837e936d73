package dev.slipway.gitops.impact.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTest {

    private static String shown(Map<String, ?> content) {
        return Shown.text(new Redaction().of(content));
    }

    @Test
    void anExternalSecretNamesItsKeys() {
        Map<String, ?> data = Map.of("data", List.of(Map.of("secretKey", "password")));

        assertThat(shown(Map.of("kind", "ExternalSecret", "spec", data))).contains("secretKey: password");
        assertThat(shown(Map.of("kind", "Bucket", "spec", Map.of("secretKey", "hunter2"))))
                .contains("secretKey: \"(hidden)\"");
    }

    @Test
    void labelsAndWhatKubernetesIsToldInAnnotationsAreNoSecrets() {
        Map<String, ?> metadata = Map.of(
                "labels",
                Map.of("auth", "ldap"),
                "annotations",
                Map.of("nginx.ingress.kubernetes.io/auth-secret", "users", "acme.example/auth", "hunter2"));

        assertThat(shown(Map.of("metadata", metadata)))
                .contains("auth: ldap", "auth-secret: users", "acme.example/auth: \"(hidden)\"");
    }

    @Test
    void aFlagIsNoSecret() {
        List<?> env = List.of(Map.of("name", "AUTH", "value", "true"), Map.of("name", "PASS", "value", "truest"));

        assertThat(shown(Map.of("env", env))).contains("value: \"true\"").doesNotContain("truest");
    }

    @Test
    void theTagOfAnImageIsNoSecret() {
        assertThat(shown(Map.of("image", "r.local/tools/token:1.2"))).isEqualTo("image: r.local/tools/token:1.2");
    }
}
