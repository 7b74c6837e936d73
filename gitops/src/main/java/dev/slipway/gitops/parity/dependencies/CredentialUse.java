package dev.slipway.gitops.parity.dependencies;

import dev.slipway.gitops.parity.facts.Container;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.gitops.parity.facts.Workload;
import dev.slipway.kustomize.document.Values;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the pods of a service get what a dependency needs: a credential that nothing mounts is none. */
final class CredentialUse {

    private CredentialUse() {}

    /** What is missing; empty when all of it reaches a container. */
    static Optional<String> missing(Credential credential, Manifests manifests) {
        Set<String> given = new TreeSet<>();
        boolean all = false;
        for (Workload workload : manifests.workloads().toList()) {
            all |= mounted(credential.secret(), workload, given);
            for (Container container : workload.containers()) {
                all |= injected(credential.secret(), container, given);
            }
        }
        if (all || (credential.keys().isEmpty() && !given.isEmpty())) {
            return Optional.empty();
        }
        if (given.isEmpty()) {
            return Optional.of("no container mounts Secret \"" + credential.secret() + "\" or has it in a variable");
        }
        Set<String> missing = new TreeSet<>(credential.keys());
        missing.removeAll(given);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "of Secret \"" + credential.secret() + "\" no container gets " + String.join(", ", missing));
    }

    /** Whether a container mounts the Secret with all its keys; else the keys that are mounted are added. */
    private static boolean mounted(String secret, Workload workload, Set<String> given) {
        boolean all = false;
        for (Object volume : Workload.items(workload.pod(), "volumes")) {
            if (isMounted(workload, Values.text(volume, "name"))) {
                for (Object source : sources(volume).toList()) {
                    all |= takes(source, secret, given);
                }
            }
        }
        return all;
    }

    private static boolean isMounted(Workload workload, @Nullable String volume) {
        return workload.containers().stream()
                .flatMap(each -> each.items("volumeMounts").stream())
                .anyMatch(each -> volume != null && volume.equals(Values.text(each, "name")));
    }

    private static Stream<Object> sources(@Nullable Object volume) {
        Stream<@Nullable Object> projected = Workload.items(volume, "projected", "sources").stream();
        return Stream.concat(
                        Stream.<@Nullable Object>of(Workload.map(volume, "secret")),
                        projected.map(each -> Workload.map(each, "secret")))
                .map(java.util.Objects::requireNonNull);
    }

    private static boolean takes(@Nullable Object source, String secret, Set<String> given) {
        if (!secret.equals(Values.text(source, "secretName")) && !secret.equals(Values.text(source, "name"))) {
            return false;
        }
        Workload.items(source, "items").forEach(each -> given.add(String.valueOf(Values.text(each, "key"))));
        return Workload.items(source, "items").isEmpty();
    }

    private static boolean injected(String secret, Container container, Set<String> given) {
        container.items("env").stream()
                .filter(each -> secret.equals(Values.text(each, "valueFrom", "secretKeyRef", "name")))
                .forEach(each -> given.add(String.valueOf(Values.text(each, "valueFrom", "secretKeyRef", "key"))));
        return container.items("envFrom").stream()
                .anyMatch(each -> secret.equals(Values.text(each, "secretRef", "name")));
    }
}
