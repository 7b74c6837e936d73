/** Tests of templates: YAML files beside a template that say what it makes of some answers. */
@NullMarked
package dev.slipway.scaffolding.testing;

import org.jspecify.annotations.NullMarked;
