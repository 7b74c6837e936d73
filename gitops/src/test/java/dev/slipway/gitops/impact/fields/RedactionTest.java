package dev.slipway.gitops.impact.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    @Test
    void hidesPasswordsAmongArguments() {
        assertThat(arguments(List.of("mysqladmin"), "ping", "-phunter2", "-uroot"))
                .isEqualTo("ping -p(hidden) -uroot");
        assertThat(arguments(List.of("redis-cli"), "-a", "hunter2", "-p", "6379"))
                .isEqualTo("-a (hidden) -p 6379");
        assertThat(arguments(List.of(), "-p", "hunter2", "--user", "ann:hunter2"))
                .isEqualTo("-p (hidden) --user ann:(hidden)");
    }

    @Test
    void showsPortsDirectoriesAndUsersByNumber() {
        List<String> shown = List.of("-p", "8080:80", "-p", "/data", "-a", "all", "-u", "1000:1000", "-port");

        assertThat(arguments(List.of("serve"), shown.toArray(String[]::new))).isEqualTo(String.join(" ", shown));
    }

    private static String arguments(List<String> command, String... arguments) {
        Object shown = new Redaction()
                .of(Map.of("command", command, "args", List.of(arguments)))
                .get("args");
        return ((List<?>) shown).stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
