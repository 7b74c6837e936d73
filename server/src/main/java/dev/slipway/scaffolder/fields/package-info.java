/** What the fields of forms offer, and what the catalog and the Git host say of their values. */
@NullMarked
package dev.slipway.scaffolder.fields;

import org.jspecify.annotations.NullMarked;
