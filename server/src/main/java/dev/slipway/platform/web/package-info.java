/** The platform definition as a page and over REST. */
@NullMarked
package dev.slipway.platform.web;

import org.jspecify.annotations.NullMarked;
