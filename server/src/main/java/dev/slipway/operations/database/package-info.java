/** The rows of the database as text, table by table, and back. */
@NullMarked
package dev.slipway.operations.database;

import org.jspecify.annotations.NullMarked;
