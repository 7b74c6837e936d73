/** Brings the accounts of people into the catalog as Users. */
@NullMarked
package dev.slipway.catalog.accounts;

import org.jspecify.annotations.NullMarked;
