/** What Argo CD refuses of Applications, which nothing in their sources tells. */
@NullMarked
package dev.slipway.gitops.refusals;

import org.jspecify.annotations.NullMarked;
