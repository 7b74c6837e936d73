package dev.slipway.gitops.impact.reading.kinds;

import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The hosts that an object answers for. */
public final class Hosts {

    private Hosts() {}

    public static Set<String> of(@Nullable Manifest manifest) {
        Set<String> hosts = new TreeSet<>();
        if (manifest != null) {
            Resource object = manifest.object();
            texts(object.list("spec", "hosts"), hosts);
            texts(object.list("spec", "hostnames"), hosts);
            each(object.list("spec", "rules"), "host", hosts);
            each(object.list("spec", "servers"), "hosts", hosts);
            each(object.list("spec", "listeners"), "hostname", hosts);
        }
        return hosts;
    }

    /** Those whose certificate an Ingress takes from a Secret. */
    public static Set<String> secured(Resource ingress, String secret) {
        Set<String> hosts = new TreeSet<>();
        each(
                ingress.list("spec", "tls").stream()
                        .filter(each -> secret.equals(Values.text(each, "secretName")))
                        .toList(),
                "hosts",
                hosts);
        return hosts;
    }

    private static void each(List<?> elements, String field, Set<String> hosts) {
        for (Object element : elements) {
            Object value = element instanceof Map<?, ?> map ? map.get(field) : null;
            texts(value instanceof Collection<?> list ? list : value == null ? List.of() : List.of(value), hosts);
        }
    }

    private static void texts(Collection<?> values, Set<String> hosts) {
        values.forEach(each -> hosts.add(String.valueOf(each)));
    }
}
