/** What all readers share: what a reader is, what it is given, and what it finds. */
@NullMarked
package dev.slipway.gitops.impact.reading.frame;

import org.jspecify.annotations.NullMarked;
