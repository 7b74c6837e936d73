/** Charts as they stand in a tree: metadata, values, templates, files and the charts inside. */
@NullMarked
package dev.slipway.helm.chart;

import org.jspecify.annotations.NullMarked;
