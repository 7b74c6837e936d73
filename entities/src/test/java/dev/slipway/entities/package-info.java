@NullMarked
package dev.slipway.entities;

import org.jspecify.annotations.NullMarked;
