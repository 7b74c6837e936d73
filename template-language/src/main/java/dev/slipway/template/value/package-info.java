/** JavaScript's values: conversions, operators, members and methods, within a budget. */
@NullMarked
package dev.slipway.template.value;

import org.jspecify.annotations.NullMarked;
