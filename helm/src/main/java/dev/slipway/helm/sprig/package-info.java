/** The functions of Sprig v3 for Go templates. */
@NullMarked
package dev.slipway.helm.sprig;

import org.jspecify.annotations.NullMarked;
