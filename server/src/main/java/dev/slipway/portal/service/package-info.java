/** The pages of one service. */
@NullMarked
package dev.slipway.portal.service;

import org.jspecify.annotations.NullMarked;
