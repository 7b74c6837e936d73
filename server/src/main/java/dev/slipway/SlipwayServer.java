package dev.slipway;

import dev.slipway.launch.Launch;
import dev.slipway.launch.Restoring;
import dev.slipway.operations.backup.Restoration;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The platform in one process. */
@SpringBootApplication
public class SlipwayServer {
    public static void main(String[] args) {
        Launch.run(SlipwayServer.class, SlipwayServer::open, args);
    }

    private static Restoring.Opened open(Path backup, String passphrase, Path workspace) throws IOException {
        Restoration restoration = Restoration.open(backup, passphrase, workspace);
        return new Restoring.Opened() {
            @Override
            public void into(Path data, DataSource database, Consumer<String> progress)
                    throws IOException, SQLException {
                restoration.into(data, database, progress);
            }

            @Override
            public void close() throws IOException {
                restoration.close();
            }
        };
    }
}
