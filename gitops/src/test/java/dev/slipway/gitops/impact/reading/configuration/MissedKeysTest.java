package dev.slipway.gitops.impact.reading.configuration;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Manifests.SECRET;
import static dev.slipway.gitops.impact.Manifests.SETTINGS;
import static dev.slipway.gitops.impact.Manifests.all;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static dev.slipway.gitops.impact.meaning.Severity.BREAKS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Configuration that is gone, and that pods still need. */
class MissedKeysTest {

    private static final String KEY = "{configMapKeyRef: {name: settings, key: GREETING}}";

    private static String reading(String source) {
        return DEPLOYMENT
                .replace("envFrom: [{configMapRef: {name: settings}}]", "envFrom: []")
                .replace("value: info}", "valueFrom: " + source + "}");
    }

    @Test
    void aConfigMapThatPodsStillNeedIsMissed() {
        means(all(DEPLOYMENT, SETTINGS), DEPLOYMENT, BREAKS, "Deployment \"checkout\" still needs it");
    }

    @Test
    void aKeyThatPodsStillNeedIsMissed() {
        String without = SETTINGS.replace("GREETING: hello, ", "");
        String missed =
                "Deployment \"checkout\" still needs key GREETING of ConfigMap \"settings\": new pods do not start";
        String optional = reading(KEY.replace("GREETING", "GREETING, optional: true"));
        String items = reading("{fieldRef: {fieldPath: metadata.name}}")
                .replace("emptyDir: {}", "configMap: {name: settings, items: [{key: GREETING, path: a}]}");

        means(all(reading(KEY), SETTINGS), all(reading(KEY), without), BREAKS, missed);
        means(all(items, SETTINGS), all(items, without), BREAKS, missed);
        means(all(reading(KEY), SETTINGS), all(reading(KEY), SETTINGS.replaceAll("(?m)^data: .*", "")), BREAKS, missed);
        assertThat(words(all(optional, SETTINGS), all(optional, without))).noneMatch(each -> each.contains(missed));
        assertThat(words(all(optional, SETTINGS), optional)).containsExactly("plain: ConfigMap \"settings\" removed");
        assertThat(words(all(DEPLOYMENT, SETTINGS), all(DEPLOYMENT, without))).noneMatch(each -> each.contains(missed));
    }

    @Test
    void aKeyOfASecretThatIsWrittenInAnotherFieldIsNotMissed() {
        String reader = reading("{secretKeyRef: {name: credentials, key: password}}");
        String encoded = SECRET.replace("stringData: {password: hunter2}", "data: {password: aHVudGVyMg==}");

        assertThat(words(all(reader, SECRET), all(reader, encoded))).noneMatch(each -> each.startsWith("breaks"));
    }
}
