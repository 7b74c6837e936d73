/** Reads what the definition of an API says, whatever language it is written in. */
@NullMarked
package dev.slipway.catalog.pages.definition;

import org.jspecify.annotations.NullMarked;
