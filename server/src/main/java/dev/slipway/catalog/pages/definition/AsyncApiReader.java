package dev.slipway.catalog.pages.definition;

import dev.slipway.catalog.pages.definition.ApiOutline.Field;
import dev.slipway.catalog.pages.definition.ApiOutline.Item;
import dev.slipway.catalog.pages.definition.ApiOutline.Part;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads channels, messages and schemas from AsyncAPI 2 and 3. */
final class AsyncApiReader {

    private static final String CHANNELS = "Channels";

    private final YamlDefinition definition;
    private final YamlMap root;
    private final SchemaFields schemas;
    private final Outlines outlines = new Outlines();

    private AsyncApiReader(YamlDefinition definition) {
        this.definition = definition;
        this.root = definition.root();
        this.schemas = new SchemaFields(definition, outlines, "components", "schemas");
    }

    static ApiOutline read(String text) {
        return new AsyncApiReader(YamlDefinition.read(text, "AsyncAPI", List.of("asyncapi"))).outline();
    }

    private ApiOutline outline() {
        List<String> servers = servers();
        Set<YamlMap> used = Collections.newSetFromMap(new IdentityHashMap<>());
        definition.entries("operations").forEach(entry -> operation(entry, used));
        definition
                .entries("channels")
                .forEach(entry -> entry.value()
                        .asMap()
                        .filter(channel -> !used.contains(channel))
                        .ifPresent(channel -> channel(entry.key().text(), channel)));
        definition
                .entries("components", "messages")
                .forEach(entry -> entry.value()
                        .asMap()
                        .ifPresent(message ->
                                outlines.add("Messages", () -> item(entry.key().text(), message))));
        schemas.outline();
        YamlMap info = root.map("info").orElse(root);
        return new ApiOutline(
                "AsyncAPI " + YamlDefinition.text(root, "asyncapi"),
                YamlDefinition.text(info, "title"),
                YamlDefinition.text(info, "version"),
                YamlDefinition.text(info, "description"),
                servers,
                outlines.sections(),
                outlines.complete());
    }

    private List<String> servers() {
        return definition
                .entries("servers")
                .flatMap(entry -> definition.resolved(entry.value()).stream()
                        .map(server ->
                                server.text("url").or(() -> server.text("host")).orElse("") + " ("
                                        + entry.key().text()
                                        + server.text("protocol")
                                                .map(protocol -> ", " + protocol)
                                                .orElse("") + ")"))
                .filter(outlines::takes)
                .toList();
    }

    /** Version 3: operations name their channel. */
    private void operation(YamlMap.Entry entry, Set<YamlMap> used) {
        YamlMap operation = entry.value().asMap().orElse(null);
        YamlMap channel = operation == null
                ? null
                : operation.get("channel").flatMap(definition::resolved).orElse(null);
        if (operation == null || channel == null) {
            return;
        }
        used.add(channel);
        String address = channel.text("address").orElse(entry.key().text());
        List<YamlValue> messages =
                operation.items("messages").isEmpty() ? messages(channel) : operation.items("messages");
        outlines.add(
                CHANNELS, () -> item(YamlDefinition.text(operation, "action"), address, channel, operation, messages));
    }

    /** Version 2: channels hold what is done with them. */
    private void channel(String name, YamlMap channel) {
        String address = channel.text("address").orElse(name);
        List<YamlMap.Entry> actions = channel.entries().stream()
                .filter(entry ->
                        Set.of("publish", "subscribe").contains(entry.key().text()))
                .toList();
        for (YamlMap.Entry action : actions) {
            YamlMap operation = action.value().asMap().orElse(channel);
            outlines.add(
                    CHANNELS,
                    () -> item(
                            action.key().text(),
                            address,
                            channel,
                            operation,
                            operation.get("message").stream().toList()));
        }
        if (actions.isEmpty()) {
            outlines.add(CHANNELS, () -> item("channel", address, channel, channel, messages(channel)));
        }
    }

    private static List<YamlValue> messages(YamlMap channel) {
        return channel.map("messages").stream()
                .flatMap(messages -> messages.entries().stream())
                .map(YamlMap.Entry::value)
                .toList();
    }

    private Item item(String action, String address, YamlMap channel, YamlMap operation, List<YamlValue> messages) {
        List<Part> parts = new ArrayList<>();
        List<Field> parameters = channel.map("parameters").stream()
                .flatMap(map -> map.entries().stream())
                .flatMap(parameter -> definition.resolved(parameter.value()).stream()
                        .map(map -> new Field(
                                0,
                                parameter.key().text(),
                                schemas.typeOf(map),
                                true,
                                false,
                                YamlDefinition.text(map, "description"))))
                .filter(outlines::takes)
                .toList();
        if (!parameters.isEmpty()) {
            parts.add(new Part("Parameters", "", parameters));
        }
        messages.stream()
                .flatMap(this::choices)
                .takeWhile(_ -> !outlines.isFull())
                .map(this::message)
                .filter(outlines::takes)
                .forEach(parts::add);
        String description = operation
                .text("description")
                .or(() -> channel.text("description"))
                .orElse("");
        String summary =
                operation.text("summary").or(() -> channel.text("summary")).orElse("");
        return new Item(
                Outlines.id(action, address),
                action.toUpperCase(Locale.ROOT),
                address,
                summary,
                description,
                YamlDefinition.flag(operation, "deprecated"),
                parts);
    }

    private Stream<YamlValue> choices(YamlValue message) {
        List<YamlValue> choices = message.asMap().map(map -> map.items("oneOf")).orElse(List.of());
        return choices.isEmpty() ? Stream.of(message) : choices.stream();
    }

    private Part message(YamlValue value) {
        YamlMap message = definition.resolved(value).orElse(root);
        Optional<String> reference = value.asMap().flatMap(map -> map.text("$ref"));
        String name = message.text("title")
                .or(() -> message.text("name"))
                .or(() -> reference.map(YamlDefinition::name))
                .orElse("");
        return new Part(
                ("Message " + name).strip(),
                message.text("summary").or(() -> message.text("description")).orElse(""),
                payload(message));
    }

    private List<Field> payload(YamlMap message) {
        return message.get("payload")
                .map(payload -> schemas.named(message.text("contentType").orElse("payload"), payload, false, ""))
                .orElse(List.of());
    }

    private Item item(String name, YamlMap message) {
        List<Field> payload = payload(message);
        return new Item(
                Outlines.id("message", name),
                "",
                name,
                message.text("title").or(() -> message.text("summary")).orElse(""),
                YamlDefinition.text(message, "description"),
                YamlDefinition.flag(message, "deprecated"),
                payload.isEmpty() ? List.of() : List.of(new Part("Payload", "", payload)));
    }
}
