package dev.slipway.gitops.impact.reading.frame;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.Meaning;
import dev.slipway.gitops.impact.objects.ObjectPair;
import java.util.Optional;

/** Knows what single fields mean, each by itself. */
public interface FieldReader extends Reader {

    /** What one difference means; empty for those that it does not know. */
    Optional<? extends Meaning> meaning(ObjectPair pair, Difference difference);

    @Override
    default void read(ObjectPair pair, Findings findings) {
        findings.open().forEach(each -> meaning(pair, each).ifPresent(found -> findings.add(each, found)));
    }
}
