/** What objects of single kinds say of themselves and of others: pod templates, selectors, backends, hosts. */
@NullMarked
package dev.slipway.gitops.impact.reading.kinds;

import org.jspecify.annotations.NullMarked;
