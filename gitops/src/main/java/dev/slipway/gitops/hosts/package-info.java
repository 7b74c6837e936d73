/** Which hosts Applications serve. */
@NullMarked
package dev.slipway.gitops.hosts;

import org.jspecify.annotations.NullMarked;
