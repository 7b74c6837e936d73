/** The page that lists all hosts. */
@NullMarked
package dev.slipway.traffic.web;

import org.jspecify.annotations.NullMarked;
