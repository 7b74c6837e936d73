package dev.slipway.bench.previews;

import dev.slipway.bench.Scratch;
import dev.slipway.cli.demo.LocalServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens many pull requests at once over many services, waits for every preview that the teams' limits admit, closes all, and
 * insists that nothing is left. {@code java … PreviewsBenchmark <launcher> [services] [pull requests each]}
 */
public final class PreviewsBenchmark {

    private PreviewsBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int services = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        int each = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        Path directory = Scratch.directory("slipway-previews-benchmark");
        String launcher = arguments[0];
        LocalServer.Program program = new LocalServer.Program(List.of(launcher, "up"), List.of(launcher, "restore"));
        LocalServer server = new LocalServer(program, directory.resolve("data"), LocalServer.freePort());
        server.start();
        try {
            Fleet fleet = new Fleet(server, Files.createDirectories(directory.resolve("clones")));
            fleet.create(services);
            fleet.open(each);
            new Figures(fleet.settled()).print();
            fleet.close();
            System.out.println("All closed: nothing is left in Git, no process, no row.");
        } finally {
            server.stop();
        }
    }
}
