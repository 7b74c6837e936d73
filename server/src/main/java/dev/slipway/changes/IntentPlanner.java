package dev.slipway.changes;

import dev.slipway.git.Snapshot;

/** SPI: turns one kind of intent and the newest tip into file changes that touch only the bytes concerned. */
public interface IntentPlanner {

    boolean plans(Intent intent);

    Plan plan(Intent intent, Snapshot tip);
}
