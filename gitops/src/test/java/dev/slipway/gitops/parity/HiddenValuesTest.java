package dev.slipway.gitops.parity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs is told, and no secret in it. */
class HiddenValuesTest {

    private static final Shop STAGING = Shop.in("staging");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: GREETING, value: hello} | {name: DB_PASSWORD, value: hunter2a} | {name: DB_PASSWORD, value: hunter2b}",
                "{name: GREETING, value: hello} | {name: A, value: 'db://a:hunter2a@db'} | {name: A, value: 'db://a:hunter2b@db'}",
                "args: [--port, \"8080\"] | args: [--password, hunter2a] | args: [--password, hunter2b]",
                "args: [--port, \"8080\"] | command: [mysql, -phunter2a] | command: [mysql, -phunter2b]",
                "args: [--port, \"8080\"] | {command: [mysql], args: [-phunter2a]} | {command: [mysql], args: [-phunter2b]}",
                "httpGet: {path: /ready, port: http} | exec: {command: [mysqladmin, -phunter2a]} | exec: {command: [mysqladmin, -phunter2b]}",
                "path: /ready | httpHeaders: [{name: Authorization, value: hunter2a}] | httpHeaders: [{name: Authorization, value: hunter2b}]",
            })
    void secretsAreNotShown(String place, String one, String other) {
        Comparison comparison = Shop.compare(with(STAGING, place, one), with(Shop.in("production"), place, other));

        assertThat(comparison.terms())
                .flatMap(TermResult::differences)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.toString()).doesNotContain("hunter2"))
                .anySatisfy(each -> assertThat(each.toString()).contains("(hidden)"));
    }

    private static Shop with(Shop shop, String place, String written) {
        String inside = written.startsWith("{command") ? written.substring(1, written.length() - 1) : written;
        String lines = inside.replace("], args", "]\n          args");
        assertThat(shop.manifests()).contains(place);
        return new Shop(shop.environment(), shop.manifests().replace(place, lines), shop.around(), shop.dependencies());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | hi | left=hello, right=hi",
                "args: [--port, \"8080\"] | args: [--port, \"80\"] | left=[--port, 8080], right=[--port, 80]",
                "{secretKeyRef: {name: database, key: password}} | {secretKeyRef: {name: db, key: password}} | name: db}",
            })
    void restIsShown(String before, String after, String shown) {
        Shop production = Shop.in("production");

        assertThat(Shop.compare(
                                STAGING,
                                new Shop(
                                        "production",
                                        production.manifests().replace(before, after),
                                        production.around(),
                                        production.dependencies()))
                        .terms())
                .flatMap(TermResult::differences)
                .anySatisfy(each -> assertThat(each.toString()).contains(shown));
    }
}
