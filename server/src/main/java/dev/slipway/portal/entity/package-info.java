/** What the catalog's page of a component shows of the service that it is. */
@NullMarked
package dev.slipway.portal.entity;

import org.jspecify.annotations.NullMarked;
