package dev.slipway.gitops.validation.reference;

import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.kustomize.document.Values;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The objects that make Secrets: each says its Secret's name at another place. */
final class SecretMakers {

    private SecretMakers() {}

    /** The Secrets of a namespace that other objects make, with the maker. */
    static Map<String, Managed> in(References references) {
        Map<String, Managed> made = new TreeMap<>();
        references.all("ExternalSecret").forEach(each -> put(made, each, named(each, "spec", "target", "name")));
        references
                .all("SealedSecret")
                .forEach(each -> put(made, each, named(each, "spec", "template", "metadata", "name")));
        references
                .all("Certificate")
                .forEach(each -> each.object().text("spec", "secretName").ifPresent(name -> put(made, each, name)));
        references
                .all("VaultStaticSecret")
                .forEach(each -> put(made, each, named(each, "spec", "destination", "name")));
        references.all("Ingress").stream()
                .filter(SecretMakers::asksForCertificates)
                .forEach(each -> each.object().list("spec", "tls").stream()
                        .flatMap(tls -> Optional.ofNullable(Values.text(tls, "secretName")).stream())
                        .forEach(name -> put(made, each, name)));
        return made;
    }

    /** cert-manager makes a Certificate for each entry of its {@code tls}. */
    private static boolean asksForCertificates(Managed ingress) {
        return ingress.object().map("metadata", "annotations").keySet().stream()
                .anyMatch(each -> each.startsWith("cert-manager.io/") || each.equals("kubernetes.io/tls-acme"));
    }

    private static void put(Map<String, Managed> made, Managed maker, String name) {
        made.put(name, maker);
    }

    /** The name that it says, otherwise its own. */
    private static String named(Managed maker, String... path) {
        Optional<String> name = maker.object().text(path);
        return name.orElse(maker.name());
    }
}
