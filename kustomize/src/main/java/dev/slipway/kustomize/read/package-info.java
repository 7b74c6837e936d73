/** What a kustomization file says, checked and with its places. */
@NullMarked
package dev.slipway.kustomize.read;

import org.jspecify.annotations.NullMarked;
