package dev.slipway.builds.local;

import java.nio.file.Path;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that builds one commit, to be killed while it does. Arguments: database, data directory, body of the commit's test. */
final class KilledBuilder {

    private KilledBuilder() {}

    public static void main(String[] arguments) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        Builder builder = new Builder(database, Path.of(arguments[1]), Duration.ofMinutes(2));
        builder.push(Sources.withTest(arguments[2]));
        builder.finish();
    }
}
