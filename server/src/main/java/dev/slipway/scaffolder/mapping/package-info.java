/** Actions that this installation has not, as the platform definition maps them. */
@NullMarked
package dev.slipway.scaffolder.mapping;

import org.jspecify.annotations.NullMarked;
