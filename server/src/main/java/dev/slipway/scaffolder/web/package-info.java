/** The pages and the REST resources of templates and runs. */
@NullMarked
package dev.slipway.scaffolder.web;

import org.jspecify.annotations.NullMarked;
