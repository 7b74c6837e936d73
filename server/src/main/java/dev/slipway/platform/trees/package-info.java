/** What follows from a platform definition in the platform repository: bootstrap/, projects/, namespaces, gateways. */
@NullMarked
package dev.slipway.platform.trees;

import org.jspecify.annotations.NullMarked;
