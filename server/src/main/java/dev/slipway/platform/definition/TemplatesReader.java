package dev.slipway.platform.definition;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kernel.Problem;
import dev.slipway.platform.TemplateRules;
import dev.slipway.platform.TemplateRules.Endpoint;
import dev.slipway.platform.TemplateRules.Limits;
import dev.slipway.platform.TemplateRules.SecretHeader;
import dev.slipway.scaffolding.mapping.MappingReader;
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

    private final List<Problem> problems;

    TemplatesReader(List<Problem> problems) {
        this.problems = problems;
    }

    TemplateRules read(YamlMap templates) {
        List<Endpoint> endpoints = new ArrayList<>();
        maps(templates, "endpoints").forEach(item -> endpoint(item).ifPresent(endpoints::add));
        unique(templates);
        MappingReader.Mappings mappings = MappingReader.templates(templates);
        mappings.findings()
                .forEach(finding -> problems.add(Problem.at(finding.place().toString(), finding.message())));
        return new TemplateRules(
                endpoints,
                mappings.all(),
                templates.map("limits").map(this::limits).orElse(Limits.NONE));
    }

    private static Stream<YamlMap> maps(YamlMap in, String key) {
        return in.items(key).stream().map(item -> item.asMap().orElseThrow());
    }

    private void unique(YamlMap templates) {
        Set<String> seen = new HashSet<>();
        maps(templates, "endpoints").map(item -> item.get("name").orElseThrow()).forEach(value -> {
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

    private Limits limits(YamlMap limits) {
        Optional<Duration> action = limit(limits, "action");
        Optional<Duration> step = limit(limits, "step");
        Optional<Duration> run = limit(limits, "run");
        within(limits, "action", action, "step", step);
        within(limits, "step", step, "run", run);
        if (step.isEmpty()) {
            within(limits, "action", action, "run", run);
        }
        return new Limits(action.orElse(null), step.orElse(null), run.orElse(null));
    }

    private Optional<Duration> limit(YamlMap limits, String key) {
        Optional<Duration> limit = limits.text(key).map(EnvironmentsReader::duration);
        limit.filter(Duration::isZero)
                .ifPresent(_ ->
                        problems.add(Problem.at(place(limits.get(key).orElseThrow()), "Nothing can be done in no time.")
                                .expecting("for example 30m")));
        return limit.filter(Duration::isPositive);
    }

    private void within(YamlMap limits, String part, Optional<Duration> less, String whole, Optional<Duration> more) {
        if (less.isPresent() && more.isPresent() && less.get().compareTo(more.get()) > 0) {
            problems.add(Problem.at(
                            place(limits.get(part).orElseThrow()),
                            "The limit of " + part + " is longer than that of " + whole + ", which it is a part of.")
                    .expecting("at most " + limits.text(whole).orElseThrow()));
        }
    }

    private static String text(YamlValue value) {
        return value.asText().orElseThrow();
    }

    private static String place(YamlValue value) {
        return value.place().toString();
    }
}
