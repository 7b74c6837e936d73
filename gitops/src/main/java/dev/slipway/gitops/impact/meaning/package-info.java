/** What differences mean to the people who have to answer for them. */
@NullMarked
package dev.slipway.gitops.impact.meaning;

import org.jspecify.annotations.NullMarked;
