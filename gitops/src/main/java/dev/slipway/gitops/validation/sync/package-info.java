/** What Argo CD's way of applying objects fails at. */
@NullMarked
package dev.slipway.gitops.validation.sync;

import org.jspecify.annotations.NullMarked;
