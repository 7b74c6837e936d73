package dev.slipway.git.web;

import dev.slipway.git.CommitStatus;
import org.jspecify.annotations.Nullable;

/**
 * A check of a pull request's head.
 *
 * @param status null while a required check has not reported
 */
public record Check(
        String context, boolean required, @Nullable CommitStatus status) {

    public String state() {
        return status == null ? "waiting" : status.state().name();
    }
}
