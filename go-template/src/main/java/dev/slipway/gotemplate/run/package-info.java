/** Executes templates: walks their statements, evaluates their pipelines, and counts what that costs. */
@NullMarked
package dev.slipway.gotemplate.run;

import org.jspecify.annotations.NullMarked;
