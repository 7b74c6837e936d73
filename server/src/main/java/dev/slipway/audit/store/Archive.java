package dev.slipway.audit.store;

/**
 * A part of the chain that lies in a file.
 *
 * @param previousHash the hash before the first entry's
 * @param file its name below {@code <data>/archive/audit}
 * @param sha256 of the file's bytes, in hexadecimal
 */
record Archive(long first, long last, String previousHash, String lastHash, String file, String sha256) {

    long entries() {
        return last - first + 1;
    }
}
