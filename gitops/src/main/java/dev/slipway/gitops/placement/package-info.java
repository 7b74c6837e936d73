/** Which service, team and environment an Application belongs to, and what a platform definition says about environments. */
@NullMarked
package dev.slipway.gitops.placement;

import org.jspecify.annotations.NullMarked;
