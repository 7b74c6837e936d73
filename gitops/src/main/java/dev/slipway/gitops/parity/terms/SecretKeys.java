package dev.slipway.gitops.parity.terms;

import dev.slipway.gitops.parity.facts.Container;
import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.gitops.parity.facts.Workload;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which keys of which Secrets are there and used. Values are never looked at. */
public final class SecretKeys {

    private SecretKeys() {}

    public static Facts of(Manifests manifests) {
        Facts facts = new Facts();
        manifests.own(Set.of("Secret", "SealedSecret")).forEach(secret -> keys(facts, secret));
        manifests.own(Set.of("ExternalSecret")).forEach(secret -> external(facts, secret));
        manifests.workloads().forEach(workload -> used(facts, workload));
        return facts;
    }

    private static void keys(Facts facts, Resource secret) {
        facts.present(secret);
        for (List<String> field : List.of(List.of("data"), List.of("stringData"), List.of("spec", "encryptedData"))) {
            secret.map(field.toArray(String[]::new))
                    .keySet()
                    .forEach(key -> facts.put(Facts.object(secret), "key " + key, "present"));
        }
    }

    private static void external(Facts facts, Resource secret) {
        String name = Facts.object(secret);
        facts.present(secret);
        facts.put(
                name, "spec.target.name", secret.text("spec", "target", "name").orElse(secret.name()));
        secret.list("spec", "data")
                .forEach(each -> facts.put(name, "key " + Values.text(each, "secretKey"), "present"));
        if (!secret.list("spec", "dataFrom").isEmpty()) {
            facts.put(name, "spec.dataFrom", secret.list("spec", "dataFrom").size() + " sources of keys");
        }
    }

    private static void used(Facts facts, Workload workload) {
        for (Container container : workload.containers()) {
            for (Object variable : container.items("env")) {
                String secret = Values.text(variable, "valueFrom", "secretKeyRef", "name");
                if (secret != null) {
                    String at = container.path() + ".env[" + Values.text(variable, "name") + "]";
                    facts.put(container.object(), at + " Secret", secret);
                    facts.put(container.object(), at + " key", key(variable));
                }
            }
            container.items("envFrom").stream()
                    .map(each -> Values.text(each, "secretRef", "name"))
                    .filter(Objects::nonNull)
                    .forEach(secret ->
                            facts.put(container.object(), container.path() + ".envFrom[" + secret + "]", "all keys"));
        }
        for (Object volume : Workload.items(workload.pod(), "volumes")) {
            String secret = Values.text(volume, "secret", "secretName");
            if (secret != null) {
                facts.put(workload.name(), workload.path() + ".volumes Secret " + secret, items(volume));
            }
        }
    }

    private static @Nullable String key(@Nullable Object variable) {
        return Values.text(variable, "valueFrom", "secretKeyRef", "key");
    }

    private static String items(@Nullable Object volume) {
        List<String> keys = Workload.items(volume, "secret", "items").stream()
                .map(each -> String.valueOf(Values.text(each, "key")))
                .sorted()
                .toList();
        return keys.isEmpty() ? "all keys" : "keys " + String.join(", ", keys);
    }
}
