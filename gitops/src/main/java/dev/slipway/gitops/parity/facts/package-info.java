/** What of two environments' manifests is compared: small facts, each with its object and path. */
@NullMarked
package dev.slipway.gitops.parity.facts;

import org.jspecify.annotations.NullMarked;
