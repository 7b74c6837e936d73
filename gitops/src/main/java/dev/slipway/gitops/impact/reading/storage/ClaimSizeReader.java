package dev.slipway.gitops.impact.reading.storage;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.ObjectMeaning.Setting;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.FieldReader;
import java.util.List;
import java.util.Optional;

/** Claims that ask for more storage. */
public final class ClaimSizeReader implements FieldReader {

    @Override
    public Optional<Setting> meaning(ObjectPair pair, Difference difference) {
        return pair.any().object().kind().equals("PersistentVolumeClaim")
                        && difference.path().keys().equals(List.of("spec", "resources", "requests", "storage"))
                ? Optional.of(Setting.notable(
                        "Storage",
                        difference.textBefore(),
                        difference.textAfter(),
                        "it grows where its class has allowVolumeExpansion"))
                : Optional.empty();
    }
}
