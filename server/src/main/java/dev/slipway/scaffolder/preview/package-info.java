/** What a template would make of the answers so far, for the page that asks for them. */
@NullMarked
package dev.slipway.scaffolder.preview;

import org.jspecify.annotations.NullMarked;
