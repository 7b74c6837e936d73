/** How fast skeletons are rendered, against npm's nunjucks on Node. */
@NullMarked
package dev.slipway.bench.templates;

import org.jspecify.annotations.NullMarked;
