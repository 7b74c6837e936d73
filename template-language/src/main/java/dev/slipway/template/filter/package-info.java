/** nunjucks' filters and tests. */
@NullMarked
package dev.slipway.template.filter;

import org.jspecify.annotations.NullMarked;
