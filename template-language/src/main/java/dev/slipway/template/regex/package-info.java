/** JavaScript's regular expressions (without the flag u), matched step by step within a budget and without recursion over the text. */
@NullMarked
package dev.slipway.template.regex;

import org.jspecify.annotations.NullMarked;
