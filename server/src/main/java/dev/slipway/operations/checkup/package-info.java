/** Asks all examinations, and looks at what belongs to no module: the database and the disk. */
@NullMarked
package dev.slipway.operations.checkup;

import org.jspecify.annotations.NullMarked;
