package dev.slipway.cli.command;

import dev.slipway.cli.shell.Surroundings;
import dev.slipway.cli.template.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Secrets for a template, by name. */
final class SecretsOption {

    @Option(
            names = "--secrets",
            paramLabel = "FILE",
            description =
                    "the secrets, a YAML map of texts; - reads them from the input, so that no history of commands has them")
    private String file = "";

    Map<String, String> read(Surroundings surroundings) {
        Map<String, String> secrets = new LinkedHashMap<>();
        if (!file.isEmpty()) {
            Values.map("--secrets", file, surroundings.in())
                    .forEach((name, value) -> secrets.put(name, String.valueOf(value)));
        }
        return secrets;
    }
}
