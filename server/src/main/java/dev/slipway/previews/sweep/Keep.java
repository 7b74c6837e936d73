package dev.slipway.previews.sweep;

import dev.slipway.git.PullRequest;

/** The label that suspends a preview's time to live. */
final class Keep {

    private Keep() {}

    static boolean isOn(PullRequest pull) {
        return false;
    }
}
