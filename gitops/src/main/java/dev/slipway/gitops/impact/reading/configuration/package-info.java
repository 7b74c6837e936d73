/** What differences of ConfigMaps and Secrets mean to those who read them. */
@NullMarked
package dev.slipway.gitops.impact.reading.configuration;

import org.jspecify.annotations.NullMarked;
