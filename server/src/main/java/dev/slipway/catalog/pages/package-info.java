/** The catalog's pages. */
@NullMarked
package dev.slipway.catalog.pages;

import org.jspecify.annotations.NullMarked;
