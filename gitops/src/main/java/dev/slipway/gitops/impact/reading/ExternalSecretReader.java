package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.ConfigurationMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import java.util.Optional;

/** Where the keys of a Secret come from: the API of external-secrets.io. */
final class ExternalSecretReader implements Reader {

    @Override
    public void read(ObjectPair pair, Findings findings) {
        Manifest is = pair.any();
        if (!is.is("external-secrets.io", "ExternalSecret") || !pair.isChanged()) {
            return;
        }
        String secret = is.object()
                .text("spec", "target", "name")
                .orElseGet(() -> is.object().name());
        findings.open().forEach(each -> meaning(secret, each).ifPresent(found -> findings.add(each, found)));
    }

    private static Optional<ConfigurationMeaning> meaning(String secret, Difference each) {
        String before = ContainerReader.text(each.before());
        String after = ContainerReader.text(each.after());
        if (each.path().startsWith("spec", "secretStoreRef")) {
            return Optional.of(new ConfigurationMeaning.External(
                    "Secret \"" + secret + "\"", "store " + each.path().last(), before, after));
        }
        if (!each.path().startsWith("spec", "data")) {
            return Optional.empty();
        }
        return each.path()
                .elementOf("data")
                .map(key -> each.path().isElementOf("data")
                        ? new ConfigurationMeaning.SecretEntry(key, ContainerReader.turn(each), true)
                        : new ConfigurationMeaning.External(
                                "Key " + key + " of Secret \"" + secret + "\"",
                                each.path().last(),
                                before,
                                after));
    }
}
