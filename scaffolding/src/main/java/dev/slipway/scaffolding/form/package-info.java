/** The form of a template: which fields are shown for which values, and what is wrong with what was entered. */
@NullMarked
package dev.slipway.scaffolding.form;

import org.jspecify.annotations.NullMarked;
