/** What a template would make, without making anything outside the workspace. */
@org.jspecify.annotations.NullMarked
package dev.slipway.scaffolding.dryrun;
