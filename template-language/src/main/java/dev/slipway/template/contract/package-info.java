/** What a template is read with (delimiters, filters, limits), the values it can meet, and what is wrong with one. */
@NullMarked
package dev.slipway.template.contract;

import org.jspecify.annotations.NullMarked;
