package dev.slipway.gitops.validation.reference;

import dev.slipway.gitops.validation.inventory.Managed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Keys of ConfigMaps and Secrets that no manifest holds, because a controller fills them in. */
final class FilledKeys {

    /** Of Kubernetes' token controller. */
    private static final Set<String> TOKEN = Set.of("token", "ca.crt", "namespace");

    /** Each names the ConfigMap or Secret that all keys are copied from: Reflector's, and Kubernetes Replicator's. */
    private static final Set<String> COPIED =
            Set.of("reflector.v1.k8s.emberstack.com/reflects", "replicator.v1.mittwald.de/replicate-from");

    /** Of Kubernetes Secret Generator. */
    private static final String GENERATED = "secret-generator.v1.mittwald.de/autogenerate";

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private FilledKeys() {}

    static boolean mayHold(Managed holder, String key) {
        Map<String, String> annotations = holder.object().annotations();
        return (isToken(holder) && TOKEN.contains(key))
                || (isInjected(holder.object().labels(), "config.openshift.io/inject-trusted-cabundle")
                        && key.equals("ca-bundle.crt"))
                || (isInjected(annotations, "service.beta.openshift.io/inject-cabundle")
                        && key.equals("service-ca.crt"))
                || COPIED.stream().anyMatch(annotations::containsKey)
                || List.of(COMMA.split(annotations.getOrDefault(GENERATED, ""))).contains(key);
    }

    private static boolean isToken(Managed holder) {
        return holder.object().text("type").orElse("").equals("kubernetes.io/service-account-token");
    }

    private static boolean isInjected(Map<String, String> said, String key) {
        return "true".equals(said.get(key));
    }
}
