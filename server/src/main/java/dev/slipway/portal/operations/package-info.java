/** What an operator looks at: the check-up, backups, health and metrics. */
@NullMarked
package dev.slipway.portal.operations;

import org.jspecify.annotations.NullMarked;
