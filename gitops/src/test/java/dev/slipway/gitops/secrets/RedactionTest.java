package dev.slipway.gitops.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.impact.fields.Shown;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void hidesWhatAPatchPutsIn() {
        assertThat(shown(Map.of("op", "replace", "path", "/data/password", "value", "hunter2")))
                .doesNotContain("hunter2");
        assertThat(shown(Map.of("op", "replace", "path", "/spec/replicas", "value", "3")))
                .contains("3");
        assertThat(shown(Map.of("target", Map.of("kind", "Secret"), "patch", "- path: /data/a\n  value: hunter2")))
                .doesNotContain("hunter2");
        assertThat(shown(Map.of("target", Map.of("kind", "Service"), "patch", "- path: /data/a\n  value: web")))
                .contains("web");
    }

    @Test
    void showsWhatKubernetesPutsInAndTheNextFlag() {
        assertThat(arguments(List.of(), "--password", "$(DB_PASSWORD)", "--auth", "--port=80"))
                .isEqualTo("--password $(DB_PASSWORD) --auth --port=80");
        assertThat(arguments(List.of(), "--password", "--hunter2", "--token", "$hunter2"))
                .isEqualTo("--password (hidden) --token (hidden)");
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
    void hidesPasswordsByThePlaceThatAProgramHasForThem() {
        assertThat(arguments(List.of("sqlcmd"), "-U", "sa", "-P", "hunter2")).isEqualTo("-U sa -P (hidden)");
        assertThat(arguments(List.of("ldapsearch"), "-w", "hunter2")).isEqualTo("-w (hidden)");
        assertThat(arguments(List.of("rabbitmqctl"), "add_user", "admin", "hunter2"))
                .isEqualTo("add_user admin (hidden)");
        assertThat(arguments(List.of("smbclient"), "-U", "ann%hunter2")).isEqualTo("-U ann%(hidden)");
        assertThat(arguments(List.of("web"), "-P", "8080", "-w", "4", "-U", "50%off"))
                .isEqualTo("-P 8080 -w 4 -U 50%off");
    }

    @Test
    void hidesTheDataOfSecretsThatSopsEncrypts() {
        assertThat(shown(Map.of(
                        "kind",
                        "SopsSecret",
                        "spec",
                        Map.of(
                                "secretTemplates",
                                List.of(Map.of(
                                        "name",
                                        "web",
                                        "stringData",
                                        Map.of("a", "hunter2"),
                                        "data",
                                        Map.of("b", "hunter2")))))))
                .contains("name: web")
                .doesNotContain("hunter2");
    }

    @Test
    void hidesWhatAChartMakesSecretsOf() {
        assertThat(shown(Map.of("secrets", Map.of("a", "hunter2", "db", Map.of("user", "hunter2")))))
                .doesNotContain("hunter2");
        assertThat(shown(Map.of("secretEnv", Map.of("A", "hunter2")))).doesNotContain("hunter2");
        assertThat(shown(Map.of("secret", Map.of("enabled", true, "data", Map.of("x", "hunter2")))))
                .contains("enabled: true")
                .doesNotContain("hunter2");
    }

    @Test
    void showsWhereSecretsAre() {
        assertThat(shown(Map.of(
                        "secret", Map.of("secretName", "web-tls", "items", List.of(Map.of("key", "a", "path", "b"))))))
                .contains("secretName: web-tls", "key: a", "path: b");
        assertThat(shown(Map.of("secrets", List.of(Map.of("name", "puller"))))).contains("name: puller");
        assertThat(shown(Map.of(
                        "secrets",
                        Map.of("db", Map.of("existingSecret", "pg", "remoteRef", Map.of("key", "shop/db"))))))
                .contains("existingSecret: pg", "key: shop/db");
        assertThat(shown(Map.of("imagePullSecrets", List.of("puller")))).contains("puller");
    }

    @Test
    void hidesTheValueOfAParameterThatAnotherNames() {
        List<?> parameters = List.of(
                Map.of("name", "env[0].name", "value", "DB_PASSWORD"),
                Map.of("name", "env[0].value", "value", "hunter2"),
                Map.of("name", "env[1].name", "value", "LEVEL"),
                Map.of("name", "env[1].value", "value", "info"));

        assertThat(shown(Map.of("parameters", parameters)))
                .contains("value: info")
                .doesNotContain("hunter2");
        assertThat(shown(Map.of("parameters", parameters.subList(1, 2)))).doesNotContain("hunter2");
    }

    @Test
    void hidesWhatAnExternalSecretSaysItself() {
        Map<String, ?> data = Map.of("user", "app", "url", "{{ .scheme }}://{{ .host }}");
        Map<String, ?> target = Map.of("target", Map.of("template", Map.of("type", "Opaque", "data", data)));

        assertThat(shown(Map.of("kind", "ExternalSecret", "spec", target)))
                .contains("url: \"{{ .scheme }}://{{ .host }}\"", "type: Opaque")
                .doesNotContain("app");
    }

    @Test
    void showsPortsDirectoriesAndUsersByNumber() {
        List<String> shown = List.of("-p", "8080:80", "-p", "/data", "-a", "all", "-u", "1000:1000", "-port");

        assertThat(arguments(List.of("serve"), shown.toArray(String[]::new))).isEqualTo(String.join(" ", shown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mkdir -p logs",
                "/bin/mkdir -p logs cache",
                "pg_isready -p $(DB_PORT)",
                "psql -h db -p ${PGPORT}",
                "redis-cli -p 6379 ping",
                "our-tool -p 8080:80",
                "our-tool -p 127.0.0.1:8080:80/tcp",
                "our-tool -p /data",
                "our-tool -h mysql -p 3306",
                "our-tool -h mysql -p3306",
                "mysql -h db -p $(DB_PASSWORD)",
            })
    void showsWhatIsNoPasswordToItsProgram(String command) {
        List<String> words = List.of(command.split(" "));

        assertThat(command(words)).isEqualTo(command);
        assertThat(arguments(List.of(words.getFirst()), words.stream().skip(1).toArray(String[]::new)))
                .isEqualTo(command.substring(words.getFirst().length() + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"install", "serve", "test", "read", "mkdir", "psql", "/bin/cp"})
    void hidesWhatAnUnknownProgramGetsThatIsToldToDoWhatAnotherIsCalled(String told) {
        assertThat(arguments(List.of(), told, "-p", "hunter2")).isEqualTo(told + " -p (hidden)");
        assertThat(shown(Map.of("args", List.of(told, "-p", "hunter2")))).doesNotContain("hunter2");
        assertThat(arguments(List.of("our-tool"), told, "-p", "hunter2")).isEqualTo(told + " -p (hidden)");
    }

    @Test
    void hidesAnArgumentWhoseFlagStandsInTheCommand() {
        assertThat(arguments(List.of("sshpass", "-p"), "hunter2", "ssh", "db")).isEqualTo("(hidden) ssh db");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sshpass -p hunter2 ssh db",
                "mongodump -u app -p hunter2",
                "docker login -u ann -p hunter2",
                "our-tool -p hunter2",
                "serve-all -p hunter2",
                "sh -ec mkdir -p hunter2",
                "nice mkdir -p hunter2",
                "mkdir -p ghp_hunter2hunter2hunter2hunter2hunter2",
                "redis-cli -p 6379 -a hunter2",
                "keydb-cli -a hunter2",
                "sshpass -phunter2 ssh db",
                "our-tool -h mysql -phunter2",
                "mysql -p a/hunter2",
                "mysql -p /hunter2",
                "our-tool -p a/hunter2",
                "mysql -p $hunter2",
                "mysql -p ${hunter2}",
                "mysql -p $ZZhunter2",
                "our-tool -p $hunter2",
                "serve -p hunter2",
                "install -p hunter2",
                "test -p hunter2",
                "read -p hunter2",
                "node server.js -p hunter2",
                "perl run.pl -p hunter2",
                "cargo run -p hunter2",
                "gradle run -p hunter2",
                "flask run -p hunter2",
                "gunicorn app -p hunter2",
                "puma -p hunter2",
                "pytest -p hunter2",
                "git submodule foreach mysql -p hunter2",
                "nc -e tool -p hunter2",
                "ncat -e tool -p hunter2",
            })
    void hidesWhatMayBeAPasswordToItsProgram(String command) {
        String[] words = command.split(" ");

        assertThat(arguments(List.of(), words)).contains("(hidden)").doesNotContain("hunter2");
        assertThat(arguments(List.of(words[0]), Arrays.copyOfRange(words, 1, words.length)))
                .contains("(hidden)")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql -p $ZZSECRET",
                "mysql -p ${ZZSECRET}",
                "mysql -p 123456",
                "mysql -p123456",
                "sshpass -p 123456 ssh db",
                "redis-cli -a 123456",
                "our-tool -p 123456",
            })
    void hidesWhatOnlyLooksLikeAPortOrAVariable(String command) {
        assertThat(command(List.of(command.split(" ")))).contains("(hidden)").doesNotContain("ZZ", "123456");
        assertThat(arguments(List.of(), command.split(" ")))
                .contains("(hidden)")
                .doesNotContain("ZZ", "123456");
    }

    private static String command(List<String> command) {
        Object shown = new Redaction().of(Map.of("command", command)).get("command");
        return ((List<?>) shown).stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String arguments(List<String> command, String... arguments) {
        Object shown = new Redaction()
                .of(Map.of("command", command, "args", List.of(arguments)))
                .get("args");
        return ((List<?>) shown).stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
