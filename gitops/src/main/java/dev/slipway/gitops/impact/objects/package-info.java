/** Which object after a change is the same one as before it. */
@NullMarked
package dev.slipway.gitops.impact.objects;

import org.jspecify.annotations.NullMarked;
