/** The actions that need the platform: publishing a repository, proposing a service. */
@NullMarked
package dev.slipway.scaffolder.action;

import org.jspecify.annotations.NullMarked;
