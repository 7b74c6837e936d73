package dev.slipway.gitops.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a secret is and wherever it stands, it is in nothing that an impact says. */
class SecretsStayHiddenTest {

    private static final String EVERYWHERE = """
            apiVersion: v1
            kind: Secret
            metadata:
              name: credentials
              annotations:
                kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"a":"%1$s"}}'
                tool: '%1$s'
            data: {encoded: %2$s}
            stringData: {plain: '%1$s', 'file.properties': "user=x\\nother=%1$s"}
            ---
            apiVersion: bitnami.com/v1alpha1
            kind: SealedSecret
            metadata: {name: sealed}
            spec: {encryptedData: {a: '%1$s'}}
            ---
            apiVersion: kubernetes.crossplane.io/v1
            kind: Object
            metadata: {name: wrapped}
            spec: {forProvider: {manifest: {apiVersion: v1, kind: Secret, stringData: {a: '%1$s'}}}}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data:
              DB_PASSWORD: '%1$s'
              url: 'postgres://app:%1$s@db/shop'
              application.properties: "port=80\\nspring.datasource.password=%1$s\\nname=shop"
              application.yaml: "db:\\n  password: %1$s\\n  clientSecret: |\\n    %1$s\\n  port: 80"
              settings.json: '{"apiKey": "%1$s", "port": 80}'
              more.yaml: "smtp:\\n  pass: %1$s\\n  auth: '%1$s'\\nenv:\\n  - name: COOKIE_KEY\\n    value: %1$s\\n"
              .pgpass: 'db:5432:shop:app:%1$s'
              settings.xml: "<server>\\n<password>%1$s</password><property name='db.pass' value='%1$s'/></server>"
              alerts: 'channel https://hooks.slack.com/services/T01/B02/%1$s'
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: checkout}
            spec:
              selector: {matchLabels: {app: checkout}}
              template:
                metadata: {labels: {app: checkout}}
                spec:
                  containers:
                    - name: app
                      image: r.local/checkout:1.0
                      args: ['--api-token=%1$s', '--db-pass=%1$s', '--user=u:%1$s', -u, 'u:%1$s', -p, '%1$s', --pass, '%1$s', --password, '%1$s', '--header', 'Authorization: Bearer %1$s']
                      command: [sh, -c, 'mysql -u root -p%1$s && redis-cli -a %1$s ping']
                      env:
                        - {name: DB_PASSWORD, value: '%1$s'}
                        - {name: API_KEY, value: '%1$s'}
                        - {name: DB_PASS, value: '%1$s'}
                        - {name: PGPASS, value: '%1$s'}
                        - {name: BASIC_AUTH, value: '%1$s'}
                        - {name: SMTP_PW, value: '%1$s'}
                        - {name: STRIPE_KEY, value: '%1$s'}
                        - {name: HMAC, value: '%1$s'}
                        - {name: OTP_SEED, value: '%1$s'}
                        - {name: SLACK_WEBHOOK_URL, value: 'https://hooks.slack.com/services/T01/B02/%1$s'}
            ---
            apiVersion: acme.example/v1
            kind: Database
            metadata: {name: shop}
            spec: {admin: {password: '%1$s'}, tokens: ['%1$s']}
            """;

    private static Revision with(String secret) {
        String encoded = Base64.getEncoder().encodeToString(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Revision.of(EVERYWHERE.formatted(secret, encoded));
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars('!', '$', '+', '.', '_')
                .ofMinLength(8)
                .ofMaxLength(24)
                .map(each -> "zq" + each);
    }

    @Property(tries = 60)
    void noSecretIsInAnyOutput(@ForAll("secrets") String before, @ForAll("secrets") String after) {
        Impact impact = with(before).to(with(after));

        assertThat(impact.toString()).doesNotContain(before, after, encoded(before), encoded(after));
        if (!before.equals(after)) {
            assertThat(impact.environments().getFirst().groups()).hasSize(6);
        }
    }

    @Property(tries = 20)
    void noSecretIsInWhatIsNewOrGone(@ForAll("secrets") String secret) {
        assertThat(with(secret).to(Revision.of("")).toString()).doesNotContain(secret, encoded(secret));
        assertThat(Revision.of("").to(with(secret)).toString()).doesNotContain(secret, encoded(secret));
    }

    private static String encoded(String secret) {
        return Base64.getEncoder().encodeToString(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
