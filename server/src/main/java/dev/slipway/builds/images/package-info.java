/** The image store: blobs as files in an OCI layout, names and tags in PostgreSQL. */
@NullMarked
package dev.slipway.builds.images;

import org.jspecify.annotations.NullMarked;
