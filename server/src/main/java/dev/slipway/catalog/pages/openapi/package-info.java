/** Reads what an OpenAPI definition says about its operations. */
@NullMarked
package dev.slipway.catalog.pages.openapi;

import org.jspecify.annotations.NullMarked;
