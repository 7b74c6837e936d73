/** The language of Backstage templates: nunjucks' grammar with JavaScript's semantics, parsed and interpreted safely. */
@NullMarked
package dev.slipway.template;

import org.jspecify.annotations.NullMarked;
