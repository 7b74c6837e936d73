package dev.slipway.gitops.impact.reading.configuration;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.ConfigurationMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.FieldReader;
import java.util.Optional;

/** Where the keys of a Secret come from: the API of external-secrets.io. */
public final class ExternalSecretReader implements FieldReader {

    @Override
    public Optional<ConfigurationMeaning> meaning(ObjectPair pair, Difference each) {
        Manifest is = pair.any();
        if (!is.is("external-secrets.io", "ExternalSecret")) {
            return Optional.empty();
        }
        String secret = is.object()
                .text("spec", "target", "name")
                .orElseGet(() -> is.object().name());
        String before = each.textBefore();
        String after = each.textAfter();
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
                        ? new ConfigurationMeaning.SecretEntry(key, each.turn(), true)
                        : new ConfigurationMeaning.External(
                                "Key " + key + " of Secret \"" + secret + "\"",
                                each.path().last(),
                                before,
                                after));
    }
}
