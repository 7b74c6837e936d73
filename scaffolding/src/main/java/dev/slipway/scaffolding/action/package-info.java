/** What a step can do: the contract of an action, its workspace, and the registry. */
@NullMarked
package dev.slipway.scaffolding.action;

import org.jspecify.annotations.NullMarked;
