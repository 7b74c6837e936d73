/** What a sync makes of differences: what the API server refuses, what is made anew, what stays as it is live. */
@NullMarked
package dev.slipway.gitops.impact.reading.sync;

import org.jspecify.annotations.NullMarked;
