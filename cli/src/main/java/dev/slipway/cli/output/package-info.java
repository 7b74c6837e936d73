/** What people and machines get to read: tables, JSON, problems. */
@NullMarked
package dev.slipway.cli.output;

import org.jspecify.annotations.NullMarked;
