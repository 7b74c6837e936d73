/** The objects of all clusters, found by what others name them by. */
@NullMarked
package dev.slipway.gitops.validation.inventory;

import org.jspecify.annotations.NullMarked;
