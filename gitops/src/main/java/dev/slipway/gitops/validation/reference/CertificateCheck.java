package dev.slipway.gitops.validation.reference;

import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The Secrets whose certificates Ingresses serve. */
public final class CertificateCheck implements Check {

    @Override
    public void check(Inventory inventory, BiConsumer<Managed, Violation> found) {
        for (Managed object : inventory.objects()) {
            if (object.kind().equals("Ingress") && object.object().group().equals("networking.k8s.io")) {
                check(new Secrets(new References(inventory, object)), object, found);
            }
        }
    }

    private static void check(Secrets secrets, Managed ingress, BiConsumer<Managed, Violation> found) {
        List<@Nullable Object> tls = ingress.object().list("spec", "tls");
        for (int i = 0; i < tls.size(); i++) {
            String name = Values.text(tls.get(i), "secretName");
            if (name != null && !name.isEmpty() && secrets.find(name).isEmpty()) {
                secrets.missing(
                                name,
                                "/spec/tls/" + i + "/secretName",
                                "Without it the hosts are served with the controller's own certificate.")
                        .ifPresent(each -> found.accept(ingress, each));
            }
        }
    }
}
