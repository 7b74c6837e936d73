/** Pages and REST of the builds module, and the registry at /v2/. */
@NullMarked
package dev.slipway.builds.web;

import org.jspecify.annotations.NullMarked;
