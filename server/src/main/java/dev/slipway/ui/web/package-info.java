/** Renders JTE templates and serves the files that pages need. */
@NullMarked
package dev.slipway.ui.web;

import org.jspecify.annotations.NullMarked;
