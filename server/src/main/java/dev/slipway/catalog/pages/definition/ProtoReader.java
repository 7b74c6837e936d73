package dev.slipway.catalog.pages.definition;

import dev.slipway.catalog.pages.definition.ApiOutline.Field;
import dev.slipway.catalog.pages.definition.ApiOutline.Item;
import dev.slipway.catalog.pages.definition.ApiOutline.Part;
import dev.slipway.catalog.pages.definition.ApiOutline.TypeName;
import dev.slipway.catalog.pages.definition.ProtoParser.Member;
import dev.slipway.catalog.pages.definition.ProtoParser.Message;
import dev.slipway.catalog.pages.definition.ProtoParser.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads services and messages from Protocol Buffers. */
final class ProtoReader {

    private final ProtoParser parser;
    private final Set<String> names;
    private final Outlines outlines = new Outlines();

    private ProtoReader(ProtoParser parser) {
        this.parser = parser;
        this.names = parser.messages().stream().map(Message::name).collect(Collectors.toSet());
    }

    static ApiOutline read(String text) {
        ProtoParser parser = new ProtoParser(text);
        parser.parse();
        return new ProtoReader(parser).outline();
    }

    private ApiOutline outline() {
        parser.services().forEach(service -> {
            String section = "Service " + service.name();
            outlines.section(section, service.description());
            service.methods().forEach(method -> outlines.add(section, () -> item(service.name(), method)));
        });
        parser.messages().stream()
                .filter(message -> !message.choice())
                .forEach(message -> outlines.add("Messages", () -> item(message)));
        parser.messages().stream()
                .filter(Message::choice)
                .forEach(message -> outlines.add("Enums", () -> item(message)));
        return new ApiOutline(
                "Protocol Buffers", parser.packageName(), "", "", List.of(), outlines.sections(), outlines.complete());
    }

    private Item item(String service, Method method) {
        return new Item(
                Outlines.id("method", service + "." + method.name()),
                method.request().startsWith("stream ") || method.response().startsWith("stream ") ? "STREAM" : "RPC",
                method.name(),
                method.description(),
                "",
                false,
                List.of(part("Request", method.request()), part("Response", method.response())));
    }

    private Part part(String title, String type) {
        return new Part(title, "", List.of(new Field(0, "", type("", type), false, false, "")));
    }

    private Item item(Message message) {
        List<Field> fields =
                message.members().stream().map(member -> field(message, member)).toList();
        return new Item(
                Outlines.id("message", message.name()),
                "",
                message.name(),
                message.description(),
                "",
                false,
                fields.isEmpty() ? List.of() : List.of(new Part(message.choice() ? "Values" : "Fields", "", fields)));
    }

    private Field field(Message message, Member member) {
        return new Field(
                0,
                member.name(),
                type(message.name(), member.type()),
                member.type().startsWith("required "),
                member.deprecated(),
                Stream.of("= " + member.number(), member.description())
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(" · ")));
    }

    /** @param scope the message in which the type is named */
    private TypeName type(String scope, String written) {
        String name = written.replaceFirst("^(stream|optional|required|repeated) ", "")
                .replaceFirst("^map<.*, (.*)>$", "$1");
        String bare = name.startsWith("." + parser.packageName() + ".")
                ? name.substring(parser.packageName().length() + 2)
                : name.startsWith(parser.packageName() + ".")
                        ? name.substring(parser.packageName().length() + 1)
                        : name;
        for (String within = scope; !within.isEmpty(); within = parent(within)) {
            if (names.contains(within + "." + bare)) {
                return new TypeName(written, Outlines.id("message", within + "." + bare));
            }
        }
        return new TypeName(written, names.contains(bare) ? Outlines.id("message", bare) : null);
    }

    private static String parent(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }
}
