package dev.slipway.gitops.impact.fields;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD",
                "DB_PASS",
                "CLIENT_PASS",
                "HASH_KEY",
                "PASS",
                "MYSQL_ROOT_PASS",
                "PGPASS",
                ".pgpass",
                "requirepass",
                "db-pass",
                "auth.pass",
                "rootPass",
                "pass_1",
                "AUTH",
                "BASIC_AUTH",
                "masterauth",
                "SMTP_PW",
                "rootpw",
                "STRIPE_KEY",
                "stripeKey",
                "COOKIE_KEY",
                "COOKIE_KEYS",
                "FERNET_KEY_1",
                "tls.key",
                "HMAC",
                "OTP_SEED",
                "APP_SALT",
                "GITHUB_PAT",
                "SENTRY_DSN",
                "API_KEYS",
                "tokens",
                "admintoken",
                "MAX_TOKENS_PASSWORD",
                "passwordStorePassword",
                "AWS_ACCESS_KEY_ID",
                "vault.example/token",
                "SECRET_KEY_BASE",
                "signing_keys",
                "--api-token",
            })
    void hidesWhatIsCalled(String name) {
        assertThat(SecretNames.isSecret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "key",
                "keys",
                "monkey",
                "author",
                "authority",
                "AUTHORS",
                "bypass",
                "compass",
                "passenger",
                "passthrough",
                "tls-passthrough",
                "PASS_THROUGH",
                "passRate",
                "by-pass",
                "AUTH_URL",
                "AUTH_SERVICE",
                "oauthEnabled",
                "ssl.client-auth",
                "MAX_TOKENS",
                "maxTokens",
                "max_new_tokens",
                "TOKENS_PER_MINUTE",
                "TOKEN_LIMIT",
                "tokenCount",
                "TOKENIZERS_PARALLELISM",
                "tokenReview",
                "PASSWORD_MIN_LENGTH",
                "JWT_ALGORITHM",
                "JWT_PUBLIC_KEY",
                "publicKey",
                "ssh_public_key",
                "STRIPE_PUBLISHABLE_KEY",
                "topologyKey",
                "matchLabelKeys",
                "partition_key",
                "PRIMARY_KEY",
                "SONAR_PROJECT_KEY",
                "authorized_keys",
                "existingSecret",
                "existingSecretPasswordKey",
                "imagePullSecrets",
                "secretName",
                "SECRET_STORE",
                "secret.reloader.stakater.com/reload",
                "records-number",
                "spat",
                "salted",
                "PATH",
                "keyspace",
                "KEY_PREFIX",
            })
    void showsWhatIsCalled(String name) {
        assertThat(SecretNames.isSecret(name)).isFalse();
    }
}
