/** What differences mean for traffic: Services, routes, policies, the mesh. */
@NullMarked
package dev.slipway.gitops.impact.reading.network;

import org.jspecify.annotations.NullMarked;
