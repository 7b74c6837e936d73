/** The templates of the platform repository, and those that the catalog knows from others. */
@NullMarked
package dev.slipway.scaffolder.templates;

import org.jspecify.annotations.NullMarked;
