package dev.slipway.operations;

import java.util.List;
import java.util.Set;

/**
 * SPI: what a module keeps, as seen by a backup. Everything in the database belongs to it unless it is named here.
 *
 * @param files single files of the data directory, copied before the database is read
 * @param directories directories of the data directory, copied after the database was read: whatever a row speaks of is
 *     there already, and what has come since does no harm
 * @param left paths below those directories that can be made again
 * @param machineTables tables that only mean something on this machine or for this moment, for example process ids
 */
public record BackupContents(
        List<String> files, List<String> directories, Set<String> left, Set<String> machineTables) {

    public BackupContents {
        files = List.copyOf(files);
        directories = List.copyOf(directories);
        left = Set.copyOf(left);
        machineTables = Set.copyOf(machineTables);
    }

    /** Directories, each wholly. */
    public static BackupContents directories(String... directories) {
        return new BackupContents(List.of(), List.of(directories), Set.of(), Set.of());
    }

    public static BackupContents files(String... files) {
        return new BackupContents(List.of(files), List.of(), Set.of(), Set.of());
    }

    public static BackupContents withoutTables(String... tables) {
        return new BackupContents(List.of(), List.of(), Set.of(), Set.of(tables));
    }
}
