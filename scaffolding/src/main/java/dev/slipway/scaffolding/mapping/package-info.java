/** Actions that an installation has not, as its platform.yaml maps them ({@code spec.templates.actions}). */
@NullMarked
package dev.slipway.scaffolding.mapping;

import org.jspecify.annotations.NullMarked;
