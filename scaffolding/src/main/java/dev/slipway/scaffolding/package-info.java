/** Templates as workflows: reads Backstage's template.yaml into a definition. */
@NullMarked
package dev.slipway.scaffolding;

import org.jspecify.annotations.NullMarked;
