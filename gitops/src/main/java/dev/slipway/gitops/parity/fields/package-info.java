/** Reading the fields of hand-written YAML while collecting everything that is wrong with them. */
@NullMarked
package dev.slipway.gitops.parity.fields;

import org.jspecify.annotations.NullMarked;
