/** Services over REST, live topics, navigation. */
@NullMarked
package dev.slipway.portal.web;

import org.jspecify.annotations.NullMarked;
