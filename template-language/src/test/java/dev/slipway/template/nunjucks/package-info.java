/** Compares this library with npm's nunjucks 3.2.4, whose results are recorded in {@code src/test/resources/nunjucks}. */
@NullMarked
package dev.slipway.template.nunjucks;

import org.jspecify.annotations.NullMarked;
