/** The local runner: finds pushes, queues one build per commit, runs a few at a time. */
@NullMarked
package dev.slipway.builds.local;

import org.jspecify.annotations.NullMarked;
