/** Executes the templates of a chart with its values, and takes the text apart into objects. */
@NullMarked
package dev.slipway.helm.engine;

import org.jspecify.annotations.NullMarked;
