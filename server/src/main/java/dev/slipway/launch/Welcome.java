package dev.slipway.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The last lines of a start: where to go, how to get in, how to stop. */
final class Welcome {

    private Welcome() {}

    static void print(Progress progress, Settings settings, DataDirectory data, int port) {
        progress.say("");
        progress.say("  Portal   http://slipway." + settings.domain() + ":" + port);
        String link = link(data.path().resolve("sign-in-link.txt"));
        if (!link.isEmpty()) {
            progress.say("  Sign in  " + link + "  (works once; also in " + data.path() + "/sign-in-link.txt)");
        }
        progress.say("  Log      " + data.path() + "/logs/slipway.log");
        progress.say("  Stop     Ctrl-C");
        progress.say("");
    }

    private static String link(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException _) {
            return "";
        }
    }
}
