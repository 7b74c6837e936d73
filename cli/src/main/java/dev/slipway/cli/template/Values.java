package dev.slipway.cli.template;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answers to a template's form, from a YAML file and single settings. */
public final class Values {

    private Values() {}

    /**
     * The answers; settings count more than the file.
     *
     * @param settings values are read as YAML, so that {@code replicas=3} is a number
     */
    public static Map<String, @Nullable Object> of(@Nullable Path file, Map<String, String> settings) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (file != null) {
            values.putAll(map(file.toString(), text("--values", file)));
        }
        settings.forEach((name, text) -> values.put(name, value("--set " + name, text)));
        return values;
    }

    /**
     * A map from a file, or for {@code -} from the input.
     *
     * @param option that names the file, for messages
     */
    public static Map<String, @Nullable Object> map(String option, String file, InputStream in) {
        return file.equals("-") ? map("the input", text(option, in)) : map(file, text(option, Path.of(file)));
    }

    private static Map<String, @Nullable Object> map(String name, String text) {
        Optional<YamlValue> document = document(name, text);
        if (document.isPresent() && !(document.get() instanceof YamlMap)) {
            throw refused(document.get().place().toString(), "This is not a map.", "name: value, line by line");
        }
        return document.flatMap(YamlValue::asMap).map(YamlMap::plain).orElse(Map.of());
    }

    private static @Nullable Object value(String where, String text) {
        return document(where, text).map(YamlValue::plain).orElse(null);
    }

    private static Optional<YamlValue> document(String name, String text) {
        try {
            return YamlReader.core().document(name, text);
        } catch (YamlException e) {
            throw refused(e.place().toString(), e.reason(), "YAML");
        }
    }

    private static String text(String option, InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw refused(option, "The input cannot be read: " + e.getMessage(), "YAML");
        }
    }

    private static String text(String option, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw refused(option, "\"" + file + "\" cannot be read: " + e.getMessage(), "a YAML file");
        }
    }

    private static CliException refused(String where, String message, String expected) {
        return new CliException(ExitCode.USAGE, List.of(new CliProblem(where, message, expected, null)));
    }
}
