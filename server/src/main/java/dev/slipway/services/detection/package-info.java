/** Reads from a repository's files how its service is built and run; a pure function with evidence. */
@NullMarked
package dev.slipway.services.detection;

import org.jspecify.annotations.NullMarked;
