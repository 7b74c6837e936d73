/** Templates and runs as Backstage's scaffolder answers them ({@code /api/scaffolder/v2}), so that its clients can be used. */
@NullMarked
package dev.slipway.scaffolder.tasks;

import org.jspecify.annotations.NullMarked;
