/** The clean-ups' part of the Operations page, and REST. */
@NullMarked
package dev.slipway.retention.web;

import org.jspecify.annotations.NullMarked;
