/** What there is in a GitOps repository of any layout, and what in it cannot be read. */
@NullMarked
package dev.slipway.gitops.inspect;

import org.jspecify.annotations.NullMarked;
