package dev.slipway.portal.operations;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.operations.BackupException;
import dev.slipway.operations.Backups;
import dev.slipway.operations.Checkup;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of who runs Slipway. */
@Controller
@RequestMapping("/operations")
@Access(Permission.MANAGE_PLATFORM)
class OperationsPages {

    private final Checkup checkup;
    private final BackupDownload download;

    OperationsPages(Checkup checkup, BackupDownload download) {
        this.checkup = checkup;
        this.download = download;
    }

    @GetMapping
    String page(Model model) {
        return page(model, List.of());
    }

    /** Asked for by the page, for it takes a while. */
    @GetMapping("/checkup")
    String checkup(Model model) {
        model.addAttribute("findings", checkup.findings());
        return "portal/checkup";
    }

    @PostMapping("/backup")
    @Access(Permission.BACK_UP)
    @Nullable
    String backup(@RequestParam(defaultValue = "") String passphrase, Model model, HttpServletResponse response)
            throws IOException {
        try {
            download.send(passphrase, response);
            return null;
        } catch (BackupException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(model, e.problems());
        }
    }

    private static String page(Model model, List<Problem> problems) {
        model.addAttribute("problems", problems).addAttribute("shortest", Backups.SHORTEST_PASSPHRASE);
        return "portal/operations";
    }
}
