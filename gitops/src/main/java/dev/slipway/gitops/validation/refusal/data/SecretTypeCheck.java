package dev.slipway.gitops.validation.refusal.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A Secret holds what its type promises.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/configuration/secret/#secret-types">types of Secrets</a>
 */
public final class SecretTypeCheck implements ObjectCheck {

    private static final Map<String, List<String>> ALL_OF = Map.of(
            "kubernetes.io/tls", List.of("tls.crt", "tls.key"),
            "kubernetes.io/dockerconfigjson", List.of(".dockerconfigjson"),
            "kubernetes.io/dockercfg", List.of(".dockercfg"),
            "kubernetes.io/ssh-auth", List.of("ssh-privatekey"));
    private static final String LOGINS = "kubernetes.io/dockerconfigjson";
    private static final String OF_LOGINS = ".dockerconfigjson";
    private static final String LOGIN = "kubernetes.io/basic-auth";
    private static final List<String> OF_LOGIN = List.of("username", "password");
    private static final String TOKEN = "kubernetes.io/service-account-token";
    private static final String ACCOUNT = "kubernetes.io/service-account.name";

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        if (!object.kind().equals("Secret") || !object.group().isEmpty()) {
            return;
        }
        String type = object.text("type").orElse("");
        Set<String> keys = new HashSet<>(object.map("data").keySet());
        keys.addAll(object.map("stringData").keySet());
        List<String> missing = ALL_OF.getOrDefault(type, List.of()).stream()
                .filter(each -> !keys.contains(each))
                .toList();
        if (!missing.isEmpty()) {
            found.accept(refused(type, "has no " + String.join(" and no ", missing), "these keys"));
        }
        if (type.equals(LOGINS)) {
            logins(object, found);
        }
        if (type.equals(LOGIN) && OF_LOGIN.stream().noneMatch(keys::contains)) {
            found.accept(refused(type, "has neither username nor password", "one of these keys"));
        }
        if (type.equals(TOKEN) && object.annotations().getOrDefault(ACCOUNT, "").isEmpty()) {
            found.accept(refused(type, "does not say whose token it is", "the annotation " + ACCOUNT));
        }
    }

    /** Source: {@code ValidateSecret}, which asks for an object of JSON and no more. */
    private static void logins(Resource secret, Consumer<Violation> found) {
        String text = secret.text("stringData", OF_LOGINS)
                .or(() -> secret.text("data", OF_LOGINS).map(SecretTypeCheck::decoded))
                .orElse("{}");
        if (!isObject(text)) {
            found.accept(refused(LOGINS, "holds no object of JSON in " + OF_LOGINS, "{\"auths\": {…}}"));
        }
    }

    private static boolean isObject(String json) {
        try {
            return json.strip().startsWith("{")
                    && YamlReader.core()
                            .document("", json)
                            .flatMap(YamlValue::asMap)
                            .isPresent();
        } catch (YamlException _) {
            return false;
        }
    }

    /** What is not encoded is told by the schema. */
    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), UTF_8);
        } catch (IllegalArgumentException _) {
            return "{}";
        }
    }

    private static Violation refused(String type, String what, String expected) {
        return Violation.refused(
                Rule.DATA_TYPE, "/type", "This Secret of the type " + type + " " + what + ".", expected);
    }
}
