package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;

/** Knows something of objects that are there before and after. */
interface ChangeReader extends Reader {

    void read(Manifest was, Manifest is, Findings findings);

    @Override
    default void read(ObjectPair pair, Findings findings) {
        Manifest was = pair.before();
        Manifest is = pair.after();
        if (was != null && is != null) {
            read(was, is, findings);
        }
    }
}
