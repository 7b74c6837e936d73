/** What a template uses, found without rendering it. */
@NullMarked
package dev.slipway.template.analysis;

import org.jspecify.annotations.NullMarked;
