/** Backstage's entities: read from YAML, validated, related and filtered. */
@NullMarked
package dev.slipway.entities;

import org.jspecify.annotations.NullMarked;
