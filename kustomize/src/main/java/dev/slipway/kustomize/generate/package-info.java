/** ConfigMaps and Secrets made from files and literals, and the hashes in their names. */
@NullMarked
package dev.slipway.kustomize.generate;

import org.jspecify.annotations.NullMarked;
