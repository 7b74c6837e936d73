package dev.slipway.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Helm itself, by way of helm-java and its native library. */
final class HelmJava {

    private HelmJava() {}

    /** Whether its native library loads here; there is one for each system, of which the build brings one. */
    static boolean isThere() {
        System.setProperty("com.marcnuri.jkube-helm.skipRemoteJar", "true");
        try {
            return "/dev/null".equals(System.getenv("KUBECONFIG")) && Helm.version() != null;
        } catch (Throwable e) {
            return false;
        }
    }

    /** What Helm makes of a case, or "FAILS" and why. */
    static String render(ChartCase chart) {
        Path directory = write(chart);
        try {
            TemplateCommand command =
                    new Helm(directory).template().withName("rel").withNamespace("ns");
            List<String> sets = new ArrayList<>();
            for (String option : chart.options()) {
                String rest = option.substring(option.indexOf(' ') + 1);
                switch (option.substring(0, option.indexOf(' '))) {
                    case "set" -> sets.add(rest);
                    case "values" -> command.withValuesFile(directory.resolve(rest));
                    default -> command.withKubeVersion(rest);
                }
            }
            if (!sets.isEmpty()) {
                // It escapes values but not keys: behind the expressions stands a value that means nothing.
                command.set(String.join(",", sets) + ",zzz", "1");
            }
            String text = command.call();
            return ChartCase.normalised(text == null ? "" : text);
        } catch (RuntimeException e) {
            return ChartCase.FAILS + "\n" + e.getMessage();
        } finally {
            delete(directory);
        }
    }

    private static Path write(ChartCase chart) {
        try {
            Path directory = Files.createTempDirectory("chart");
            for (var file : chart.tree().files().entrySet()) {
                Path path = directory.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue().bytes());
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
