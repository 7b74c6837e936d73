package dev.slipway.portal.operations;

import dev.slipway.audit.Audit;
import dev.slipway.identity.CurrentActor;
import dev.slipway.operations.Backups;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sends a backup as a file. One that ends too soon does not open: it is sealed to its last byte. */
@Component
class BackupDownload {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Backups backups;
    private final Audit audit;
    private final CurrentActor actor;
    private final Clock clock;

    BackupDownload(Backups backups, Audit audit, CurrentActor actor, Clock clock) {
        this.backups = backups;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    void send(String passphrase, HttpServletResponse response) throws IOException {
        try (Backups.Backup backup = backups.begin(passphrase)) {
            String name = "slipway-" + STAMP.format(clock.instant()) + ".backup";
            audit.record(actor.get(), "operations.backed-up", "installation", Map.of("file", name));
            response.setContentType("application/octet-stream");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
            response.setHeader("Cache-Control", "no-store");
            backup.writeTo(response.getOutputStream());
        }
    }
}
