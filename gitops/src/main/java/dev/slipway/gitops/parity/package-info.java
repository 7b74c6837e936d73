/** Whether two environments of a service are alike in what must match, and shown to differ only where they may. */
@NullMarked
package dev.slipway.gitops.parity;

import org.jspecify.annotations.NullMarked;
