package dev.slipway.gitops.impact.reading.configuration;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Manifests.SECRET;
import static dev.slipway.gitops.impact.Manifests.SERVICE;
import static dev.slipway.gitops.impact.Manifests.SETTINGS;
import static dev.slipway.gitops.impact.Manifests.all;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static dev.slipway.gitops.impact.meaning.Severity.BREAKS;
import static dev.slipway.gitops.impact.meaning.Severity.NOTABLE;
import static dev.slipway.gitops.impact.meaning.Severity.PLAIN;
import static dev.slipway.gitops.impact.meaning.Severity.RISKY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of ConfigMaps and Secrets, and who reads them. */
class ConfigurationTest {

    private static final String KEY = "{configMapKeyRef: {name: settings, key: GREETING}}";

    private static String reading(String source) {
        return DEPLOYMENT
                .replace("envFrom: [{configMapRef: {name: settings}}]", "envFrom: []")
                .replace("value: info}", "valueFrom: " + source + "}");
    }

    @Test
    void saysWhoDoesNotNoticeAChangedConfigMap() {
        means(
                all(DEPLOYMENT, SETTINGS),
                all(DEPLOYMENT, SETTINGS.replace("hello", "hi")),
                RISKY,
                "Deployment \"checkout\" reads ConfigMap \"settings\" as variables and is not restarted");
        means(
                all(DEPLOYMENT, SETTINGS),
                all(DEPLOYMENT, SETTINGS.replace("hello", "hi")),
                NOTABLE,
                "Key GREETING: hello → hi");
    }

    @Test
    void onlyWhoReadsAKeyKeepsItsOldValue() {
        String reader = reading(KEY);

        assertThat(words(all(reader, SETTINGS), all(reader, SETTINGS.replace("hunter2", "hunter3"))))
                .noneMatch(each -> each.contains("not restarted"));
        means(all(reader, SETTINGS), all(reader, SETTINGS.replace("hello", "hi")), RISKY, "keep the old values");
    }

    @Test
    void podsThatAreReplacedAnywayNotice() {
        String rolled = DEPLOYMENT.replace("value: info", "value: debug");

        assertThat(words(all(DEPLOYMENT, SETTINGS), all(rolled, SETTINGS.replace("hello", "hi"))))
                .noneMatch(each -> each.contains("not restarted"));
    }

    @Test
    void aNewKeyThatNobodyReadsIsPlain() {
        String more = SETTINGS.replace("GREETING", "MORE: a, GREETING");

        means(all(reading(KEY), SETTINGS), all(reading(KEY), more), PLAIN, "New key MORE: a");
        means(all(DEPLOYMENT, SETTINGS), all(DEPLOYMENT, more), NOTABLE, "New key MORE: a");
    }

    @Test
    void aGeneratedConfigMapIsTheSameByAnotherName() {
        String before = all(DEPLOYMENT, SETTINGS).replace("name: settings", "name: settings-24b5c6d7f8");
        String after = before.replace("24b5c6d7f8", "k2m4t5h6g7").replace("hello", "hi");

        List<String> words = words(before, after);

        assertThat(words)
                .contains(
                        "notable: Key GREETING: hello → hi",
                        "plain: Pods are replaced: they read the changed ConfigMap \"settings\"")
                .noneMatch(each -> each.contains("removed") || each.contains("New ConfigMap"));
    }

    @Test
    void ofASecretOnlyTheKeyIsNamed() {
        assertThat(words(SECRET, SECRET.replace("hunter2", "hunter3")))
                .containsExactly("notable: Secret key password changed");
        assertThat(words(SECRET, SECRET.replace("password", "token")))
                .containsExactly("risky: Secret key password removed", "plain: Secret key token added");
    }

    @Test
    void saysThatAKeyOfASecretComesFromElsewhere() {
        String external = """
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: fetched}
                spec:
                  secretStoreRef: {name: vault, kind: ClusterSecretStore}
                  target: {name: tls}
                  data:
                    - {secretKey: tls.key, remoteRef: {key: a, property: b}}
                    - {secretKey: tls.crt, remoteRef: {key: a, property: d}}
                """;

        assertThat(words(
                        external, external.replace("property: b", "property: c").replace("vault", "aws")))
                .containsExactlyInAnyOrder(
                        "notable: Secret \"tls\" comes from elsewhere: store name vault → aws",
                        "notable: Key tls.key of Secret \"tls\" comes from elsewhere: property b → c");
        means(external, external.replace("secretKey: tls.key", "secretKey: key"), RISKY, "Secret key tls.key removed");
    }

    @Test
    void aConfigMapThatIsTooLargeIsRefused() {
        String half = "x".repeat(600_000);
        String encoded = "stringData: {password: hunter2}";

        means(
                SETTINGS,
                SETTINGS.replace("hello", half + ",\n  MORE: " + half),
                BREAKS,
                "The sync will fail: ConfigMap \"settings\" holds 1171 KiB, and the API server takes 1024 at most");
        means(SECRET, SECRET.replace("hunter2", half + ",\n  more: " + half), BREAKS, "holds 1171 KiB");
        means(SERVICE, all(SERVICE, SETTINGS.replace("hello", half + ",\n  MORE: " + half)), BREAKS, "holds 1171 KiB");
        assertThat(words(SETTINGS, SETTINGS.replace("hello", half))).noneMatch(each -> each.contains("will fail"));
        assertThat(words(SECRET, SECRET.replace(encoded, "data: {a: " + half + ",\n  b: " + half + "}")))
                .noneMatch(each -> each.contains("will fail"));
    }
}
