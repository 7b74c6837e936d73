package dev.slipway.bench.templates;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * Renders a skeleton of 20 files with this project's library and with npm's nunjucks in turn, after insisting that both make the same
 * of it. {@code java … TemplateBenchmark <folder with node_modules/nunjucks> [rounds] [seconds each]}
 */
public final class TemplateBenchmark {

    private TemplateBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int milliseconds = 1000 * (arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3);
        Path resources = resources();
        Skeleton skeleton = new Skeleton(resources);
        try (Peer peer = new Peer(Path.of(arguments[0]), resources)) {
            if (!skeleton.rendered().equals(peer.rendered())) {
                throw new IllegalStateException("The two make different files of the skeleton.");
            }
            for (Way way : Way.values()) {
                compare(way, skeleton, peer, rounds, milliseconds);
            }
        }
    }

    private static Path resources() throws URISyntaxException {
        URI values = Objects.requireNonNull(TemplateBenchmark.class.getResource("/templates/values.json"))
                .toURI();
        return Objects.requireNonNull(Path.of(values).getParent());
    }

    /** Each has the machine for itself while it runs; the first round warms both up. */
    private static void compare(Way way, Skeleton skeleton, Peer peer, int rounds, int milliseconds) throws Exception {
        double[] ours = new double[rounds];
        double[] theirs = new double[rounds];
        skeleton.run(way, milliseconds);
        peer.run(way, milliseconds);
        for (int i = 0; i < rounds; i++) {
            ours[i] = skeleton.run(way, milliseconds);
            theirs[i] = peer.run(way, milliseconds);
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        double our = ours[rounds / 2];
        double their = theirs[rounds / 2];
        System.out.printf(
                "%s: %.0f skeletons/s (%.0f – %.0f), %.0f µs each, %d KB allocated; nunjucks %.0f/s (%.0f – %.0f), %.0f µs each; ratio %.1f%n",
                way,
                our,
                ours[0],
                ours[rounds - 1],
                1e6 / our,
                skeleton.allocated(way) >> 10,
                their,
                theirs[0],
                theirs[rounds - 1],
                1e6 / their,
                our / their);
    }
}
