/** Tells, hop by hop with file and line, where a request leads and why it ends there; from any tree of the platform repository. */
@NullMarked
package dev.slipway.gitops.routes.explain;

import org.jspecify.annotations.NullMarked;
