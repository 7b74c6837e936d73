/** Makes what lies in Git, what runs and what pull requests are told equal to what shall be. */
@NullMarked
package dev.slipway.previews.sweep;

import org.jspecify.annotations.NullMarked;
