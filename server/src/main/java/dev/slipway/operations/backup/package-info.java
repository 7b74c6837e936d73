/** Takes backups of a running installation, and restores them into an empty one. */
@NamedInterface("backup")
@NullMarked
package dev.slipway.operations.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
