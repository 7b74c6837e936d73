package dev.slipway.gitops.secrets;

import java.util.Set;
import java.util.regex.Pattern;

/** What is known of programs that have a password, or something else, by a brief flag. */
final class Programs {

    /** These have it by {@code -p}, also without a blank, and no port. */
    private static final Pattern PASSWORD =
            Pattern.compile("\\b(?:(?:mysql|mariadb|mongo)[\\w-]*+|sshpass|cqlsh|7z[ar]?|rar|unrar"
                    + "|beeline|cypher-shell|supervisorctl|login)(?![\\w-])");

    private static final Pattern REDIS = Pattern.compile("\\b(?:redis|valkey|keydb)-cli(?![\\w-])");

    private static final Set<String> HOST = Set.of("-h", "--host");

    /** None hands arguments on to other programs or to code of its users: what those take is not known. */
    private static final Set<String> HARMLESS = Set.of(
            "clusterdb", // port
            "cp", // preserves times and owners; no value
            "createdb", // port
            "createuser", // port
            "curl", // tunnels through the proxy; no value
            "dropdb", // port
            "dropuser", // port
            "haproxy", // file for the number of its process
            "keydb-cli", // port
            "ls", // marks directories; no value
            "memcached", // port
            "mkdir", // makes parents; no value
            "mktemp", // directory
            "nginx", // directory
            "pg_basebackup", // port
            "pg_dump", // port
            "pg_dumpall", // port
            "pg_isready", // port
            "pg_restore", // port
            "pgbench", // port
            "ps", // numbers of processes
            "psql", // port
            "redis-cli", // port
            "reindexdb", // port
            "rmdir", // removes parents; no value
            "sysctl", // file
            "tar", // preserves permissions; no value
            "vacuumdb", // port
            "valkey-cli", // port
            "wget"); // gets what a page needs; no value

    private Programs() {}

    /** Whether these words name a program that takes a password by {@code -p}. */
    static boolean takePassword(String words) {
        return PASSWORD.matcher(words).find();
    }

    /** Whether these words name a program that takes a password by {@code -a}. */
    static boolean areOfRedis(String words) {
        return REDIS.matcher(words).find();
    }

    /** Whether {@code -p} is known to be no password to this program. */
    static boolean isHarmless(String program) {
        return HARMLESS.contains(program.substring(program.lastIndexOf('/') + 1));
    }

    /** Whether a host follows this flag, which may be called as its program is. */
    static boolean isBeforeHost(String flag) {
        return HOST.contains(flag);
    }
}
