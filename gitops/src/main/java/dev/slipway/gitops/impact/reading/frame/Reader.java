package dev.slipway.gitops.impact.reading.frame;

import dev.slipway.gitops.impact.objects.ObjectPair;

/** Knows what some differences mean. */
public interface Reader {

    /** Adds what it knows of this pair, and claims the differences that are said by it. */
    void read(ObjectPair pair, Findings findings);
}
