package dev.slipway.gitops.impact.reading.frame;

import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;

/** Knows something of objects that are there before and after. */
public interface ChangeReader extends Reader {

    /** Adds what it knows of an object as it was and as it is, and claims the differences that are said by it. */
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
