/** The workflow engine: renders a template's steps and carries them out, so that a killed run can go on. */
@NullMarked
package dev.slipway.scaffolding.run;

import org.jspecify.annotations.NullMarked;
