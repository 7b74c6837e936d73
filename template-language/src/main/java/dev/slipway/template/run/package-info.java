/** The tree interpreter: walks nodes and expressions. */
@NullMarked
package dev.slipway.template.run;

import org.jspecify.annotations.NullMarked;
