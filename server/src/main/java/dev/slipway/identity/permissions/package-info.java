/** Decides from groups, grants and scopes who may do what. */
@NullMarked
package dev.slipway.identity.permissions;

import org.jspecify.annotations.NullMarked;
