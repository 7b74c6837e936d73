package dev.slipway.launch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The database of a data directory: the embedded PostgreSQL, which stops with this, or one's own. */
final class DatabaseStart implements AutoCloseable {

    private final Settings settings;
    private final DataDirectory data;
    private volatile @Nullable EmbeddedPostgres embedded;

    DatabaseStart(Settings settings, DataDirectory data) {
        this.settings = settings;
        this.data = data;
    }

    Database start() {
        if (settings.databaseUrl() != null) {
            return PostgresDatabase.reached(Database.at(settings.databaseUrl()));
        }
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(data.path(), PostgresBinaries.in(settings.home()));
            embedded = postgres;
            return postgres.start();
        } catch (IOException e) {
            throw LaunchException.of("The embedded PostgreSQL could not be started", e);
        }
    }

    @Override
    public void close() throws IOException {
        EmbeddedPostgres postgres = embedded;
        if (postgres != null) {
            postgres.close();
        }
    }
}
