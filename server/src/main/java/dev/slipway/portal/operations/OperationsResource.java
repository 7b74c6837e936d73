package dev.slipway.portal.operations;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.operations.Checkup;
import dev.slipway.operations.Finding;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST for operators. */
@RestController
@RequestMapping("/api/v1")
class OperationsResource {

    private final Checkup checkup;
    private final BackupDownload download;

    OperationsResource(Checkup checkup, BackupDownload download) {
        this.checkup = checkup;
        this.download = download;
    }

    /** The worst first. */
    @GetMapping("/checkup")
    @Access(Permission.MANAGE_PLATFORM)
    List<Finding> checkup() {
        return checkup.findings();
    }

    /** Streams a backup, sealed with the passphrase. It reads only, so it is no POST. */
    @GetMapping("/backup")
    @Access(Permission.BACK_UP)
    void backup(@RequestHeader("Slipway-Passphrase") String passphrase, HttpServletResponse response)
            throws IOException {
        download.send(passphrase, response);
    }
}
