package dev.slipway.delivery.sync;

import java.util.Arrays;
import java.util.Optional;

/** The phases of a sync, with Argo CD's names and in its order; the last one only after a failure. */
enum Phase {
    PRE_SYNC("PreSync"),
    SYNC("Sync"),
    POST_SYNC("PostSync"),
    SYNC_FAIL("SyncFail");

    private final String text;

    Phase(String text) {
        this.text = text;
    }

    static Optional<Phase> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }

    String text() {
        return text;
    }
}
