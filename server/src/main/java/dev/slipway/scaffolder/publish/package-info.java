/** Publishing to hosts of repositories: the actions that Backstage has for GitHub, behind one port. */
@NullMarked
package dev.slipway.scaffolder.publish;

import org.jspecify.annotations.NullMarked;
