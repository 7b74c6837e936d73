/** A form while it is being filled in: what a browser sent as answers, and answers as what a page shows. */
@NullMarked
package dev.slipway.scaffolder.form;

import org.jspecify.annotations.NullMarked;
