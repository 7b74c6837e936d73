package dev.slipway.platform.definition;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.Suggestions;
import dev.slipway.platform.ActionMapping;
import dev.slipway.platform.TemplateRules;
import dev.slipway.platform.TemplateRules.Endpoint;
import dev.slipway.platform.TemplateRules.SecretHeader;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code spec.templates}, whose shape the schema has checked. */
final class TemplatesReader {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final List<String> KINDS = List.of("alias", "skip", "call");

    private final List<Problem> problems;

    TemplatesReader(List<Problem> problems) {
        this.problems = problems;
    }

    TemplateRules read(YamlMap templates) {
        List<Endpoint> endpoints = new ArrayList<>();
        maps(templates, "endpoints").forEach(item -> endpoint(item).ifPresent(endpoints::add));
        unique(templates, "endpoints", "name");
        unique(templates, "actions", "id");
        List<String> names = maps(templates, "endpoints")
                .flatMap(item -> item.text("name").stream())
                .toList();
        List<ActionMapping> actions = new ArrayList<>();
        maps(templates, "actions").forEach(item -> mapping(item, names).ifPresent(actions::add));
        return new TemplateRules(endpoints, actions);
    }

    private static Stream<YamlMap> maps(YamlMap in, String key) {
        return in.items(key).stream().map(item -> item.asMap().orElseThrow());
    }

    private void unique(YamlMap templates, String list, String key) {
        Set<String> seen = new HashSet<>();
        maps(templates, list).map(item -> item.get(key).orElseThrow()).forEach(value -> {
            if (!seen.add(text(value))) {
                problems.add(Problem.at(place(value), "\"" + text(value) + "\" stands here a second time."));
            }
        });
    }

    private Optional<Endpoint> endpoint(YamlMap item) {
        YamlValue written = item.get("url").orElseThrow();
        Optional<URI> url = address(written);
        Duration timeout = EnvironmentsReader.duration(item.text("timeout").orElse("10s"));
        if (timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            problems.add(Problem.at(place(item.get("timeout").orElseThrow()), "A call cannot take that long.")
                    .expecting("1s to " + LONGEST.toSeconds() + "s"));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        item.map("headers")
                .ifPresent(map ->
                        map.entries().forEach(entry -> headers.put(entry.key().text(), text(entry.value()))));
        return url.map(uri -> new Endpoint(
                item.text("name").orElseThrow(),
                uri,
                timeout,
                "true".equals(item.text("private").orElse("")),
                headers,
                item.map("secret").map(TemplatesReader::secret).orElse(null)));
    }

    private Optional<URI> address(YamlValue written) {
        try {
            URI uri = new URI(text(written));
            if (uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException _) { // said below
        }
        problems.add(Problem.at(place(written), "This is no address of an endpoint.")
                .expecting("https://host/path, without credentials and query")
                .next("A password or token belongs into secret, by its name."));
        return Optional.empty();
    }

    private static SecretHeader secret(YamlMap secret) {
        return new SecretHeader(
                secret.text("header").orElse("Authorization"),
                secret.text("name").orElseThrow(),
                secret.text("prefix").orElse(""));
    }

    private Optional<ActionMapping> mapping(YamlMap item, List<String> endpoints) {
        List<String> given =
                KINDS.stream().filter(kind -> item.get(kind).isPresent()).toList();
        if (given.size() != 1) {
            problems.add(Problem.at(
                            item.place().toString(),
                            "The action \"" + item.text("id").orElseThrow() + "\" is mapped "
                                    + (given.isEmpty() ? "to nothing" : "by " + String.join(" and ", given)) + ".")
                    .expecting("exactly one of alias, skip and call"));
            return Optional.empty();
        }
        String id = item.text("id").orElseThrow();
        return switch (given.getFirst()) {
            case "alias" -> Optional.of(alias(id, item));
            case "skip" ->
                Optional.of(new ActionMapping.Skip(
                        id,
                        item.text("skip").orElseThrow(),
                        item.map("output").map(YamlMap::plain).orElse(Map.of())));
            default -> call(id, item.map("call").orElseThrow(), endpoints);
        };
    }

    private static ActionMapping alias(String id, YamlMap item) {
        Map<String, String> renamed = new LinkedHashMap<>();
        item.map("rename")
                .ifPresent(map ->
                        map.entries().forEach(entry -> renamed.put(entry.key().text(), text(entry.value()))));
        return new ActionMapping.Alias(
                id,
                item.text("alias").orElseThrow(),
                renamed,
                item.map("input").map(YamlMap::plain).orElse(Map.of()));
    }

    private Optional<ActionMapping> call(String id, YamlMap call, List<String> endpoints) {
        YamlValue endpoint = call.get("endpoint").orElseThrow();
        if (!endpoints.contains(text(endpoint))) {
            problems.add(new Problem(
                    place(endpoint),
                    "There is no endpoint \"" + text(endpoint) + "\".",
                    "one of spec.templates.endpoints",
                    Suggestions.didYouMean(text(endpoint), endpoints).orElse("Add it there.")));
            return Optional.empty();
        }
        return Optional.of(new ActionMapping.Call(
                id,
                text(endpoint),
                call.text("path").orElse(""),
                call.text("method").orElse("POST")));
    }

    private static String text(YamlValue value) {
        return value.asText().orElseThrow();
    }

    private static String place(YamlValue value) {
        return value.place().toString();
    }
}
