package dev.slipway.services.detection;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of a Spring Boot application that hold without a profile, each with its place. */
final class SpringSettings {

    private static final String DIRECTORY = "src/main/resources/";
    private static final List<String> FOLDERS = List.of(DIRECTORY + "config/", DIRECTORY);
    private static final List<String> NAMES = List.of("application.properties", "application.yaml", "application.yml");
    private static final Pattern PROPERTY = Pattern.compile("^\\s*([\\w.\\[\\]-]+)\\s*[=:]\\s*(.*?)\\s*$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^:}]*(?::([^}]*))?}");

    private final Map<String, Setting> settings = new TreeMap<>();

    /** @param value with defaults in the place of placeholders */
    record Setting(String value, String file, int line) {}

    SpringSettings(FileTree tree) {
        for (String folder : FOLDERS) {
            for (String name : NAMES) {
                String file = folder + name;
                tree.text(file).ifPresent(text -> {
                    if (name.endsWith(".properties")) {
                        properties(file, text);
                    } else {
                        yaml(file, text);
                    }
                });
            }
        }
    }

    /** Names are equal without hyphens and whatever their case (Spring's relaxed binding). */
    Optional<Setting> find(String name) {
        return Optional.ofNullable(settings.get(key(name)));
    }

    private static String key(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private void properties(String file, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = PROPERTY.matcher(lines.get(i));
            if (!lines.get(i).strip().startsWith("#") && matcher.matches()) {
                put(settings, matcher.group(1), matcher.group(2), file, i + 1);
            }
        }
    }

    /** Documents that hold for a profile only say nothing about the others. */
    private void yaml(String file, String text) {
        try {
            for (YamlValue document : YamlReader.core().documents(file, text)) {
                Map<String, Setting> found = new TreeMap<>();
                document.asMap().ifPresent(map -> walk("", map, file, found));
                if (found.keySet().stream().noneMatch(name -> name.startsWith("spring.config.activate"))) {
                    found.forEach(settings::putIfAbsent);
                }
            }
        } catch (YamlException _) {
            // the application would not start with it either; its build says so
        }
    }

    private static void walk(String prefix, YamlMap map, String file, Map<String, Setting> found) {
        for (YamlMap.Entry entry : map.entries()) {
            String name = prefix + entry.key().text();
            if (entry.value() instanceof YamlMap inner) {
                walk(name + ".", inner, file, found);
            } else if (entry.value() instanceof YamlScalar scalar) {
                put(found, name, scalar.text(), file, entry.key().place().line());
            } else {
                entry.value()
                        .asList()
                        .ifPresent(list -> put(
                                found,
                                name,
                                String.join(
                                        ",",
                                        list.items().stream()
                                                .flatMap(item -> item.asText().stream())
                                                .toList()),
                                file,
                                entry.key().place().line()));
            }
        }
    }

    private static void put(Map<String, Setting> found, String name, String value, String file, int line) {
        found.putIfAbsent(key(name), new Setting(resolved(value), file, line));
    }

    private static String resolved(String value) {
        return PLACEHOLDER
                .matcher(value)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) == null ? "" : match.group(1)));
    }
}
