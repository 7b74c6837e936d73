/** Makes the Applications of Argo CD's ApplicationSets: generators, parameters and templates, without a cluster or a network. */
@NullMarked
package dev.slipway.gitops.sets;

import org.jspecify.annotations.NullMarked;
