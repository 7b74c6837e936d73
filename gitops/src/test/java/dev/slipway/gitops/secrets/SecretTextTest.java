package dev.slipway.gitops.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "https://hooks.slack.com/services/T01/B02/xyz | https://hooks.slack.com/(hidden)",
                "see https://discord.com/api/webhooks/1/ab, please | see https://discord.com/api/webhooks/(hidden) please",
                "mysql -h db -phunter2 shop | mysql -h db -p(hidden)",
                "redis-cli -p 6379 -a hunter2 | redis-cli -p 6379 -a (hidden)",
                "cypher-shell -u neo4j -p hunter2 | cypher-shell -u neo4j -p (hidden)",
                "beeline -n ann -phunter2 | beeline -n ann -p(hidden)",
                "mkdir -p logs && sshpass -p hunter2 ssh db | mkdir -p logs && sshpass -p (hidden)",
                "sh -c \"mysql -uroot -p12-hunter2\" | sh -c \"mysql -uroot -p(hidden)",
                "mysql -uroot -p123456 | mysql -uroot -p(hidden)",
                "sshpass -p 123456 ssh db | sshpass -p (hidden)",
                "mysql -h 'a;b' -phunter2 | mysql -h 'a;b' -p(hidden)",
                "sh -c \"mysql -h 'a;b' -phunter2\" | sh -c \"mysql -h 'a;b' -p(hidden)",
                "sh -c \"mysql -h \\\"a;b\\\" -phunter2\" | sh -c \"mysql -h \\\"a;b\\\" -p(hidden)",
                "mysql -h $(head a ^ tail) -phunter2 | mysql -h $(head a ^ tail) -p(hidden)",
                "mysql -h `head a; tail b` -phunter2 | mysql -h `head a; tail b` -p(hidden)",
                "mysql -e 'x' 2>&1 -phunter2 | mysql -e 'x' 2>&1 -p(hidden)",
                "mysql '-phunter2' shop | mysql '-p(hidden)",
                "mysql \"-p\"hunter2 | mysql \"-p(hidden)",
                "tool -h mysql -phunter2 | tool -h mysql -p(hidden)",
                "keydb-cli -a hunter2 | keydb-cli -a (hidden)",
                "sh -c \"node x.js -p hunter2\" | sh -c \"node x.js -p (hidden)",
                "sh -c \"foo ^ tool -p hunter2\" | sh -c \"foo ^ tool -p (hidden)",
                "mkdir -p logs; tool -p hunter2 | mkdir -p logs; tool -p (hidden)",
                "tool 'a; mkdir' -p hunter2 | tool 'a; mkdir' -p (hidden)",
                "sh -c 'a; mkdir' -p hunter2 | sh -c 'a; mkdir' -p (hidden)",
                "tool `a` mkdir -p hunter2 | tool `a` mkdir -p (hidden)",
                "find . -exec tool \\; mkdir -p hunter2 | find . -exec tool \\; mkdir -p (hidden)",
                "mysql -p a/hunter2 | mysql -p (hidden)",
                "mysql -p$A-hunter2 | mysql -p(hidden)",
                "mysql -p '$hunter2' | mysql -p (hidden)",
                "tool -p $1hunter2 | tool -p (hidden)",
                "mysql -p$A && mysql -phunter2 | mysql -p$A && mysql -p(hidden)",
                "curl -u ann:hunter2 http://db | curl -u ann:(hidden) http://db",
                "SET PASSWORD FOR 'a'@'%' = 'hunter2'; | SET PASSWORD FOR 'a'@'%' = (hidden);",
                "SET PASSWORD FOR a = PASSWORD('hunter2'); | SET PASSWORD FOR a = PASSWORD((hidden));",
                "postgres://app:hun/ter2@db/shop | postgres://app:(hidden)@db/shop",
                "DB_PASS => 'hunter2' | DB_PASS => (hidden)",
                "{op: replace, path: /spec/password, value: hunter2} | {op: replace, path: /spec/password, value: (hidden)",
                "ann:$2y$10$hunter2hunter2hunter2hunter2 | ann:(hidden)",
                "ann:$apr1$hunter22$hunter2hunter2hunter22 | ann:(hidden)",
                "ann:{SHA}hunter2hunter2hunter2hunter2= | ann:(hidden)",
                "db: {pass: hunter2} | db: {pass: (hidden)",
                "<password>hunter2</password><port>80</port> | <password>(hidden)</password><port>80</port>",
                "<entry key='db.password'>hunter2</entry> | <entry key='db.password'>(hidden)</entry>",
                "<property name=\"password\" value=\"hunter2\"/> | <property name=\"password\" value=(hidden)/>",
                "{\"name\": \"DB_PASS\", \"value\": \"hunter2\"} | {\"name\": \"DB_PASS\", \"value\": (hidden)}",
                "CREATE USER app WITH PASSWORD 'hunter2'; | CREATE USER app WITH PASSWORD (hidden);",
                "CREATE USER 'a'@'%' IDENTIFIED BY 'hunter2'; | CREATE USER 'a'@'%' IDENTIFIED BY (hidden);",
                "IDENTIFIED WITH mysql_native_password BY 'hunter2' | IDENTIFIED WITH mysql_native_password BY (hidden)",
                "requirepass hunter2 | requirepass (hidden)",
                "\"app\" \"hunter2\" | \"app\" \"(hidden)\"",
                "masterauth hunter2 | masterauth (hidden)",
                "sentinel auth-pass shop hunter2 | sentinel auth-pass (hidden)",
                "user default on >hunter2 ~* +@all | user default on >(hidden)",
                "user admin password hunter2 | user admin password (hidden)",
                "user admin insecure-password hunter2 | user admin insecure-password (hidden)",
                "stats auth admin:hunter2 | stats auth admin:(hidden)",
                "bindpw hunter2 | bindpw (hidden)",
                "proxy_set_header Authorization \"ApiKey hunter2\"; | proxy_set_header Authorization (hidden);",
                "proxy_set_header X-Auth-Token hunter2; | proxy_set_header X-Auth-Token (hidden)",
                "AGE-SECRET-KEY-1QQQQHUNTER2 | (hidden)",
                "glpat-hunter2hunter2 | (hidden)",
                "github_pat_hunter2hunter2hunter2 | (hidden)",
                "xoxb-1234-hunter2 | (hidden)",
                "sk_live_hunter2hunter2 | (hidden)",
                "hvs.hunter2hunter2 | (hidden)",
                "SG.hunter2hunter2.hunter2hunter2 | (hidden)",
                "AIzahunter2hunter2hunter2hunter2 | (hidden)",
                "npm_hunter2hunter2hunter2hunter2 | (hidden)",
                "dop_v1_hunter2hunter2hunter2 | (hidden)",
                "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tLWh1bnRlcjI= | (hidden)",
                "LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQpodW50ZXIy | (hidden)",
                "LS0tLS1CRUdJTiBPUEVOU1NIIFBSSVZBVEUgS0VZLS0tLS0KaHVudGVyMg== | (hidden)",
                "https://x.blob.core.windows.net/c?sv=2020&sig=hunter2&se=1 | https://x.blob.core.windows.net/c?sv=2020&sig=(hidden)&se=1",
                "https://api.telegram.org/bot1:hunter2/sendMessage | https://api.telegram.org/bot(hidden)/sendMessage",
                "jdbc:oracle:thin:scott/hunter2@//h:1521/x | jdbc:oracle:thin:scott/(hidden)@//h:1521/x",
                "app:hunter2@db:5432/shop | app:(hidden)@db:5432/shop",
                "app:hunter2@tcp(db:3306)/shop | app:(hidden)@tcp(db:3306)/shop",
                "sqlcmd -S db -U sa -P hunter2 | sqlcmd -S db -U sa -P (hidden)",
                "ldapsearch -D cn=a -w hunter2 | ldapsearch -D cn=a -w (hidden)",
                "rabbitmqctl add_user admin hunter2 | rabbitmqctl add_user admin (hidden)",
                "smbclient -U ann%hunter2 //h/share | smbclient -U ann%(hidden) //h/share",
                "{\"auths\": {\"r.local\": {\"auth\": \"aHVudGVyMg==\"}}} | {\"auths\": {\"r.local\": {\"auth\": (hidden)",
            })
    void hides(String text, String shown) {
        assertThat(SecretText.scrub(text.replace('^', '|'))).isEqualTo(shown.replace('^', '|'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghcr.io/external-secrets/external-secrets:v0.9.1",
                "r.local/shop/basic-auth:1.2",
                "--upstream=http://auth:8080/login",
                "auth:8080",
                "mkdir -p logs",
                "redis-cli -h cache -p 6379 ping",
                "mysql -p -h db",
                "mysql -p$DB_PASSWORD shop; mysql -p \"${DB_PASSWORD}\"",
                "sh -c \"mysql -p$DB_PASSWORD\"",
                "sh -c \"node x.js -p $PORT\"",
                "sh -c 'mkdir -p logs && cp -p a b'",
                "if ! mkdir -p \"$DIR/logs\"; then mkdir -p tmp; fi",
                "mkdir -p \\\n  logs",
                "mysqldump shop | tool -p 2222",
                "docker run -p 8080:80 web",
                "wait-for -h mysql -p 3306",
                "redis-cli -p $REDIS_PORT ping",
                "docker run -u 1000:1000 web",
                "proxy_pass http://checkout:8080;",
                "topologyKey: zone",
                "maxTokens: 4096",
                "<author>Ann</author>",
                "- name: PORT\n  value: 80",
                "https://slack.com/services",
                "http://host:8080/path?email=a@b.c",
                "redis://a:6379,redis://b:6379/x@y",
                "https://registry.npmjs.org/@scope/pkg",
                "kind: SecretStore\ndata:\n  a: b",
                "kind: ConfigMap\ndata:\n  a: b",
                "java -Xrunjdwp:transport=dt_socket,address=8000",
                "nginx:1.27@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "r.local:5000/shop/web:1.2@sha256:0123456789abcdef",
                "git@github.com:acme/shop.git",
                "mail to ann@example.com: soon",
                "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCg==",
                "?sort=sig&sig_alg=x",
                "PasswordAuthentication no",
                "password_hash_rounds 12",
                "ssl_certificate_key /etc/nginx/tls.key;",
                "proxy_set_header Authorization $http_authorization;",
                "proxy_set_header Authorization \"\";",
                "proxy_set_header X-Real-IP $remote_addr;",
                "fastcgi_pass php:9000;",
                "memcached_pass cache;",
                "Password reset",
                "routing_key: orders.created",
                "sqlcmd -S db -i init.sql",
                "rabbitmqctl list_users",
                "mysqldump -P 3306 shop",
                "ALTER USER app VALID UNTIL 'infinity'",
                "sk-lint",
                "user nginx; # as in the image",
                "user a > b",
                "basic",
            })
    void shows(String text) {
        assertThat(SecretText.scrub(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- name: DB_PASS\n  value: hunter2\n",
                "<password>\n  hunter2\n</password>",
                "[auth]\npassword = \"\"\"\nhunter2\n\"\"\"\n",
                "a: 1\ntokens: [\n  hunter2 ]\n",
                "\"tokens\": [\n\"a\",\n\"hunter2\"\n]",
                "pagerduty_configs:\n- routing_key: hunter2\n",
                "users:\n- name: a\n  user:\n    client-key-data: hunter2\n",
                "tokens:\n- hunter2\n- hunter2",
                "a:\n  tokens:\n  - b\n  - hunter2\n",
                "{\n  \"secrets\": {\n    \"ann\": \"hunter2\"\n  }\n}",
                "{\n\t\"tokens\": {\n\t\t\"a\": {\"b\": \"}\"},\n\t\t\"ann\": \"hunter2\"\n\t}\n}",
                "- op: replace\n  path: /stringData/a\n  value: hunter2",
                "kind: Secret\nstringData:\n  a: hunter2",
                "kind: Secret\ndata:\n  a: hunter2",
                "{\"kind\": \"Secret\", \"data\": {\"a\": \"hunter2\"}}",
                "tool --password \\\n  hunter2 \\\n  --port 80",
                "db.password=a\\\n  hunter2",
                "password=\"a\n  hunter2\"",
                "mysql \\\n  -phunter2",
                "mysql \\\r\n  -phunter2",
                "mysql -h db -p \\\n  hunter2",
                "tool -p \\\n  hunter2",
                "tool \\\n mkdir -p hunter2",
                "redis-cli -a x \\\n && redis-cli -a hunter2",
                "mysql -h 'a\n b' -phunter2",
                "# don't\nmysql -h 'a;b' -phunter2",
                "sh -c \"\nmysql -h 'a;b' -phunter2\n\"",
                "# redis\nport 6379\nrequirepass hunter2\n",
            })
    void hidesWhatStandsInTheNextLine(String text) {
        assertThat(SecretText.scrub(text)).doesNotContain("hunter2").contains(Hidden.TEXT);
    }

    @Test
    void showsWhatComesAfterAValueOfSeveralLines() {
        assertThat(SecretText.scrub("tokens: [\n  hunter2 ]\nport: 80\nkey = \"\"\"\na\"\"\"\nname: a"))
                .contains("port: 80", "name: a");
        assertThat(SecretText.scrub("{\n\"tokens\": {\n\"a\": \"{\"\n},\n\"port\": 80}"))
                .contains("\"port\": 80");
        assertThat(SecretText.scrub("tokens:\n- a\nport: 80")).endsWith("port: 80");
        assertThat(SecretText.scrub("tool --password x \\\n  --port 80")).endsWith("--port 80");
        assertThat(SecretText.scrub("tool --password \\\n  x \\\n  --port 80")).endsWith("--port 80");
    }

    @Test
    void readsLongTextsOnce() {
        for (String part :
                List.of("mysql ", "-p ", "mysql -", "'a;b' ", "$(", "\\\n", "`", "-p$(A", "\\\"", "sh -c \"")) {
            String text = "mysql -x " + part.repeat(200_000) + " -p hunter2";

            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThat(ShellFlags.scrub(text)).doesNotContain("hunter2"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nginx.conf",
                "redis.conf",
                "haproxy.cfg",
                "prometheus.yml",
                "sshd_config",
                "my.cnf",
                "init.sql",
                "README.md",
                "start.sh",
                "application.properties",
                "logback.xml",
                "dashboard.json"
            })
    void showsWhatIsUsualInConfigMaps(String file) throws IOException {
        String text = new String(
                Objects.requireNonNull(SecretTextTest.class.getResourceAsStream("usual/" + file))
                        .readAllBytes(),
                StandardCharsets.UTF_8);

        assertThat(SecretText.scrub(text)).isEqualTo(text);
    }
}
