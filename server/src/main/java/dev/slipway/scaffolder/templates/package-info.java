/** The templates as the protected main of the platform repository has them. */
@NullMarked
package dev.slipway.scaffolder.templates;

import org.jspecify.annotations.NullMarked;
