package dev.slipway.bench.helm;

import com.sun.management.OperatingSystemMXBean;
import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.helm.Helm;
import dev.slipway.helm.ReleaseOptions;
import dev.slipway.helm.ValueSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Renders one chart again and again in this process, with this library and with Helm itself (helm-java), and compares CPU, memory and
 * text. Argument: renders (1000). Wants {@code KUBECONFIG=/dev/null} and {@code --enable-native-access=ALL-UNNAMED}.
 */
public final class HelmBenchmark {
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private HelmBenchmark() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("com.marcnuri.jkube-helm.skipRemoteJar", "true");
        int renders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        Path chart = ExampleChart.write();
        Supplier<String> ours = () -> Helm.render(
                        new DirectoryTree(chart),
                        "",
                        ReleaseOptions.of("web", "team").withValues(new ValueSource.Set("replicas=3")))
                .text();
        Supplier<String> theirs = () -> new com.marcnuri.helm.Helm(chart)
                .template()
                .withName("web")
                .withNamespace("team")
                .set("replicas", 3)
                .call();
        String mine = measure("this library", ours, renders);
        String others = measure("Helm in a native library", theirs, renders);
        say("texts " + (words(mine).equals(words(others)) ? "are equal" : "DIFFER") + ", " + mine.length()
                + " characters");
    }

    private static String measure(String name, Supplier<String> render, int renders) throws IOException {
        long resident = resident();
        double first = spent(render, 1);
        say("%s: the first %.0f ms of CPU, %d MB more resident".formatted(name, first, resident() - resident));
        spent(render, renders);
        long before = residentKilobytes();
        double again = spent(render, renders) / renders;
        say("%s: again %.2f ms of CPU, %d bytes more resident for each of %d"
                .formatted(name, again, (residentKilobytes() - before) * 1024 / renders, renders));
        return render.get();
    }

    /** Milliseconds of CPU of the whole process: the library has threads of its own. */
    private static double spent(Supplier<String> render, int times) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long characters = 0;
        long before = system.getProcessCpuTime();
        for (int i = 0; i < times; i++) {
            characters += render.get().length();
        }
        if (characters == 0) {
            throw new IllegalStateException("Nothing was rendered.");
        }
        return (system.getProcessCpuTime() - before) / NANOS_PER_MILLISECOND;
    }

    private static long resident() throws IOException {
        return residentKilobytes() / 1024;
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static void say(String line) {
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }
}
