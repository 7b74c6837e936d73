/** The language of Go's text/template: parsed and interpreted safely, without reflection and without a way to the host. */
@NullMarked
package dev.slipway.gotemplate;

import org.jspecify.annotations.NullMarked;
