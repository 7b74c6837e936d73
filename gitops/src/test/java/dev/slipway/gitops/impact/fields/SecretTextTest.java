package dev.slipway.gitops.impact.fields;

import static org.assertj.core.api.Assertions.assertThat;

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
                "curl -u ann:hunter2 http://db | curl -u ann:(hidden) http://db",
                "db: {pass: hunter2} | db: {pass: (hidden)",
                "<password>hunter2</password><port>80</port> | <password>(hidden)</password><port>80</port>",
                "<entry key='db.password'>hunter2</entry> | <entry key='db.password'>(hidden)</entry>",
                "<property name=\"password\" value=\"hunter2\"/> | <property name=\"password\" value=(hidden)/>",
                "{\"name\": \"DB_PASS\", \"value\": \"hunter2\"} | {\"name\": \"DB_PASS\", \"value\": (hidden)}",
                "{\"auths\": {\"r.local\": {\"auth\": \"aHVudGVyMg==\"}}} | {\"auths\": {\"r.local\": {\"auth\": (hidden)",
            })
    void hides(String text, String shown) {
        assertThat(SecretText.scrub(text)).isEqualTo(shown);
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
                "docker run -u 1000:1000 web",
                "proxy_pass http://checkout:8080;",
                "topologyKey: zone",
                "maxTokens: 4096",
                "<author>Ann</author>",
                "- name: PORT\n  value: 80",
                "https://slack.com/services",
            })
    void shows(String text) {
        assertThat(SecretText.scrub(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- name: DB_PASS\n  value: hunter2\n", "<password>\n  hunter2\n</password>"})
    void hidesWhatStandsInTheNextLine(String text) {
        assertThat(SecretText.scrub(text)).doesNotContain("hunter2").contains(Hidden.TEXT);
    }
}
