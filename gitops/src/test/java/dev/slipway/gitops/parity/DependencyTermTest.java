package dev.slipway.gitops.parity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Calls to others: what staging proves must hold in production. */
class DependencyTermTest {

    /** Staging calls a sandbox that takes anything; production wants a client certificate. */
    private static final String PAYMENTS = """
            apiVersion: slipway.dev/v1
            kind: Dependencies
            metadata: {name: shop}
            spec:
              dependencies:
                - name: payments
                  environments:
                    staging: {host: sandbox.payments.example, port: 80, tls: none}
                    production: {host: api.payments.example, port: 443, tls: mutual, credential: payments-client}
            """;

    private static final Shop STAGING = Shop.in("staging");
    private static final Shop PRODUCTION = Shop.in("production");

    @Test
    void aSandboxWithoutMutualTlsIsCaughtBeforeProductionNeedsIt() {
        Comparison comparison = Shop.compare(STAGING.calling(PAYMENTS), PRODUCTION.calling(PAYMENTS));

        TermResult result = Shop.term(Term.DEPENDENCY_TLS, comparison);
        assertThat(comparison.passes()).isFalse();
        assertThat(result.differences())
                .extracting(Difference::words)
                .anyMatch(each -> each.contains("staging calls \"payments\" without TLS, production with mutual TLS"))
                .anyMatch(each -> each.contains("no container mounts Secret \"payments-client\""));
        assertThat(result.differences().getFirst().left()).isEqualTo("sandbox.payments.example:80, tls: none");
    }

    @Test
    void theSameModeWithItsCredentialMountedMatches() {
        String alike = PAYMENTS.replace("port: 80, tls: none", "port: 443, tls: mutual, credential: payments-client");
        String mounted = "[{name: tmp, emptyDir: {}}, {name: client, secret: {secretName: payments-client}}]";
        String mounts = "[{name: tmp, mountPath: /tmp}, {name: client, mountPath: /client}]";

        Comparison comparison = Shop.compare(
                mounting(STAGING.calling(alike), mounted, mounts),
                mounting(PRODUCTION.calling(alike), mounted, mounts));

        assertThat(Shop.term(Term.DEPENDENCY_TLS, comparison).differences()).isEmpty();
        assertThat(comparison.verdict()).isEqualTo(Verdict.MATCH);
    }

    private static Shop mounting(Shop shop, String volumes, String mounts) {
        return shop.with("[{name: tmp, emptyDir: {}}]", volumes).with("[{name: tmp, mountPath: /tmp}]", mounts);
    }

    @Test
    void aVolumeThatNoContainerMountsIsNoCredential() {
        String alike = PAYMENTS.replace("port: 80, tls: none", "port: 443, tls: mutual, credential: payments-client");
        Shop unmounted = PRODUCTION
                .calling(alike)
                .with(
                        "[{name: tmp, emptyDir: {}}]",
                        "[{name: tmp, emptyDir: {}}, {name: c, secret: {secretName: payments-client}}]");

        assertThat(Shop.term(Term.DEPENDENCY_TLS, Shop.compare(STAGING.calling(alike), unmounted))
                        .differences())
                .anyMatch(each -> each.path().equals("payments.credential (production)"));
    }

    @Test
    void aKeyThatNoContainerGetsIsMissing() {
        String keys = PAYMENTS.replace("payments-client}", "{secret: database, keys: [password, certificate]}}");

        assertThat(Shop.term(Term.DEPENDENCY_TLS, Shop.compare(STAGING.calling(keys), PRODUCTION.calling(keys)))
                        .differences())
                .extracting(Difference::words)
                .anyMatch(each -> each.contains("of Secret \"database\" no container gets certificate"));
    }

    @Test
    void aHostThatIsDeclaredNowhereIsFound() {
        Shop calling = PRODUCTION.with("value: hello", "value: \"https://rates.example:8443/v1\"");

        assertThat(Shop.term(Term.DEPENDENCY_TLS, Shop.compare(STAGING, calling))
                        .differences())
                .singleElement()
                .satisfies(each -> assertThat(each.right()).isEqualTo("rates.example"))
                .satisfies(each -> assertThat(each.at()).contains("env[GREETING]"));
    }

    @Test
    void stagingThatCallsTheHostOfProductionIsFound() {
        Shop calling = STAGING.calling(PAYMENTS).with("value: hello", "value: \"https://api.payments.example\"");

        assertThat(Shop.term(Term.DEPENDENCY_TLS, Shop.compare(calling, PRODUCTION.calling(PAYMENTS)))
                        .differences())
                .anyMatch(each -> "api.payments.example".equals(each.left()));
    }

    @Test
    void namesInsideOfTheClusterNeedNoDeclaration() {
        Shop calling = PRODUCTION.with(
                "value: hello",
                "value: \"http://orders.red-production.svc.cluster.local http://stock http://127.0.0.1:1\"");

        assertThat(Shop.term(Term.DEPENDENCY_TLS, Shop.compare(STAGING, calling))
                        .verdict())
                .isEqualTo(Verdict.MATCH);
    }

    @Test
    void withoutAFileNobodyCanSayWhatIsCalled() {
        TermResult result = Shop.term(Term.DEPENDENCY_TLS, Shop.compare(STAGING, PRODUCTION.calling("")));

        assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(result.blocks()).isTrue();
        assertThat(result.unknown()).singleElement().asString().contains("deploy/dependencies.yaml");
    }

    @Test
    void whatIsCalledInOneEnvironmentOnlyIsProvedByNothing() {
        String only = PAYMENTS.replaceAll("(?m)^ +staging:.*\n", "");

        assertThat(Shop.term(Term.DEPENDENCY_TLS, Shop.compare(STAGING.calling(only), PRODUCTION.calling(only)))
                        .differences())
                .extracting(Difference::words)
                .anyMatch(each -> each.contains("called in production only"));
    }
}
