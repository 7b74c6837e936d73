/** The actions that work with the catalog. */
@NullMarked
package dev.slipway.scaffolder.catalog;

import org.jspecify.annotations.NullMarked;
