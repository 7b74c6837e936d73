package dev.slipway.operations.database;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup says of itself, its first entry.
 *
 * @param format raised when an older Slipway could not read the archive
 * @param organisation the name before every repository
 * @param migrations the versions of the database's migrations, ascending
 * @param tables in an order in which each comes after those that it refers to
 * @param sequences the last value of each sequence that has been used
 */
public record Manifest(
        int format,
        Instant at,
        String organisation,
        List<String> migrations,
        List<Table> tables,
        Map<String, Long> sequences) {

    /** The format that this Slipway writes and reads. */
    public static final int FORMAT = 1;

    /** A table with the columns that the archive holds. */
    public record Table(String name, List<String> columns) {}
}
