package dev.slipway.endtoend;

import dev.slipway.cli.demo.LocalServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server of this build, started as a process of its own. */
final class Installation {

    private Installation() {}

    /** A server that is not started yet. */
    static LocalServer in(Path directory) {
        List<String> up = PackagedServer.command(
                // What the build of Slipway has downloaded need not be downloaded again.
                "-Dslipway.builds.maven.user-home=" + Path.of(System.getProperty("user.home"), ".m2"));
        List<String> restore = new ArrayList<>(up);
        restore.add("restore");
        List<String> importing = new ArrayList<>(up);
        // The servers that tests bring repositories from are on this machine.
        importing.addAll(List.of("--import-hosts", "127.0.0.1"));
        return new LocalServer(
                new LocalServer.Program(importing, restore), directory.resolve("data"), LocalServer.freePort());
    }
}
