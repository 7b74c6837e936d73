package dev.slipway.launch;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How this process runs.
 *
 * @param home where things shared by all data directories of a person are kept
 * @param databaseUrl of one's own PostgreSQL; null for the embedded one
 * @param publicUrl how people reach the portal; empty where nobody says
 * @param importHosts hosts of private networks that may be fetched from
 */
record Settings(
        Path home,
        Path data,
        int port,
        String domain,
        String organisation,
        boolean sample,
        @Nullable String databaseUrl,
        String publicUrl,
        boolean behindProxy,
        KeptFor kept,
        List<String> importHosts,
        boolean verbose) {}
