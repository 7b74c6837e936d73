package dev.slipway.bench.kustomize;

import dev.slipway.bench.Scratch;
import dev.slipway.bench.Spent;
import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.kustomize.Kustomize;
import dev.slipway.kustomize.Overrides;
import dev.slipway.kustomize.ParsedFiles;
import dev.slipway.kustomize.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renders the overlays of many services in this process and with a process of kubectl each, and compares time and text.
 *
 * <p>Arguments: services (300), overlays that kubectl renders (60), rounds (5).
 */
public final class RenderBenchmark {
    private final Repository repository;
    private final Map<String, Rendering> rendered = new ConcurrentHashMap<>();
    private ParsedFiles parsed = new ParsedFiles(64L << 20);

    private RenderBenchmark(Repository repository) {
        this.repository = repository;
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int services = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        int sample = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        Path root = Scratch.directory("render-benchmark");
        RenderBenchmark benchmark = new RenderBenchmark(new Repository(root, services));
        benchmark.inThisProcess(rounds);
        benchmark.afterAChange();
        benchmark.overEverything(rounds);
        benchmark.withKubectl(Math.min(sample, benchmark.repository.overlays().size()));
    }

    private void overEverything(int rounds) throws IOException, InterruptedException {
        String directory = repository.everything();
        for (int i = 0; i < rounds; i++) {
            say("one kustomization over all: " + Spent.by(() -> render(directory)));
        }
        Path output = Files.createTempFile("kubectl", ".yaml");
        say("the same, kubectl: " + Spent.by(() -> kubectl(directory, output)) + "; "
                + (Files.readString(output).equals(text(directory)) ? "same text" : "DIFFERENT"));
        Files.delete(output);
    }

    private void inThisProcess(int rounds) throws IOException, InterruptedException {
        List<String> overlays = repository.overlays();
        say("1 overlay, the first in this process: " + Spent.by(() -> render(overlays.getFirst())));
        say(overlays.size() + " overlays, cold: " + Spent.by(() -> overlays.forEach(this::render)));
        for (int i = 0; i < rounds; i++) {
            parsed = new ParsedFiles(64L << 20);
            Spent one = Spent.by(() -> overlays.forEach(this::render));
            Spent all = Spent.by(() -> overlays.parallelStream().forEach(this::render));
            say(overlays.size() + " overlays, again: " + one + " (" + perOverlay(one, overlays.size())
                    + "); on all processors: " + all);
        }
    }

    private void render(String overlay) {
        rendered.put(
                overlay, Kustomize.render(new DirectoryTree(repository.root()), overlay, Overrides.none(), parsed));
    }

    /** A file of one service's base: only what was made of it is rendered again. */
    private void afterAChange() throws IOException, InterruptedException {
        String changed = "service-7/base/deployment.yaml";
        Files.writeString(
                repository.root().resolve(changed),
                Files.readString(repository.root().resolve(changed)).replace("/ready", "/healthy"));
        say("one file of a base changed, " + stale(changed).size() + " overlays again: "
                + Spent.by(() -> stale(changed).forEach(this::render)));
    }

    private Set<String> stale(String changed) {
        Set<String> stale = new java.util.TreeSet<>();
        rendered.forEach((overlay, rendering) -> {
            if (rendering.filesRead().contains(changed)) {
                stale.add(overlay);
            }
        });
        return stale;
    }

    private void withKubectl(int count) throws IOException, InterruptedException {
        List<String> sample = repository.overlays().subList(0, count);
        Path output = Files.createTempFile("kubectl", ".yaml");
        int[] different = {0};
        Spent spent = Spent.by(() -> {
            for (String overlay : sample) {
                kubectl(overlay, output);
                different[0] += Files.readString(output).equals(text(overlay)) ? 0 : 1;
            }
        });
        say(count + " overlays, kubectl: " + spent + " (" + perOverlay(spent, count) + "); " + different[0]
                + " different from what was rendered here");
        Files.delete(output);
    }

    private String text(String overlay) {
        Rendering rendering = rendered.get(overlay);
        return rendering == null ? "" : rendering.text();
    }

    private void kubectl(String overlay, Path output) throws IOException, InterruptedException {
        new ProcessBuilder(
                        "kubectl",
                        "kustomize",
                        repository.root().resolve(overlay).toString())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
    }

    private static String perOverlay(Spent spent, int count) {
        return String.format(Locale.ROOT, "%.2f ms of CPU each", (spent.own() + spent.children()) * 1000 / count);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
