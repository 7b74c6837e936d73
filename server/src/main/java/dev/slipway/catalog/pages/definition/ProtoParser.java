package dev.slipway.catalog.pages.definition;

import dev.slipway.catalog.pages.definition.Tokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Parses services, messages and enums of Protocol Buffers (proto2, proto3, editions); options are passed over. */
final class ProtoParser {

    private static final Pattern COMMENT = Pattern.compile("//([^\\n]*)|/\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Set<String> PASSED_OVER =
            Set.of("option", "reserved", "extensions", "import", "syntax", "edition", "extend");

    private final Tokens tokens;
    private final List<Service> services = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private String packageName = "";

    ProtoParser(String text) {
        tokens = Tokens.of(text, COMMENT);
    }

    /** A service with its methods. */
    record Service(String name, String description, List<Method> methods) {}

    /** A method; its types are written with {@code stream} where they are streams. */
    record Method(String name, String description, String request, String response) {}

    /** A message or an enum; one within another has the other's name before its own. */
    record Message(String name, String description, boolean choice, List<Member> members) {}

    /** @param type empty for a value of an enum */
    record Member(String name, String description, String type, String number, boolean deprecated) {}

    String packageName() {
        return packageName;
    }

    List<Service> services() {
        return services;
    }

    List<Message> messages() {
        return messages;
    }

    void parse() {
        if (tokens.ended()) {
            throw tokens.unexpected("a service or a message");
        }
        while (!tokens.ended()) {
            Token token = tokens.peek();
            if (tokens.accept("service")) {
                service(token.comment());
            } else if (tokens.accept("message")) {
                message("", token.comment());
            } else if (tokens.accept("enum")) {
                choice("", token.comment());
            } else if (tokens.accept("package")) {
                packageName = tokens.word("a name");
                tokens.expect(";");
            } else if (PASSED_OVER.contains(token.text())) {
                passOver();
            } else {
                tokens.expect(";");
            }
        }
    }

    private void service(String description) {
        String name = tokens.word("the name of the service");
        List<Method> methods = new ArrayList<>();
        tokens.expect("{");
        while (!tokens.accept("}")) {
            Token token = tokens.peek();
            if (tokens.accept("rpc")) {
                methods.add(method(token.comment()));
            } else if (PASSED_OVER.contains(token.text())) {
                passOver();
            } else if (!tokens.accept(";")) {
                throw tokens.unexpected("rpc or \"}\"");
            }
        }
        services.add(new Service(name, description, methods));
    }

    private Method method(String description) {
        String name = tokens.word("the name of the method");
        String request = type();
        tokens.expect("returns");
        String response = type();
        if (tokens.at("{")) {
            passOver();
        } else {
            tokens.accept(";");
        }
        return new Method(name, description, request, response);
    }

    private String type() {
        tokens.expect("(");
        String type = tokens.word("a message");
        if (type.equals("stream") && !tokens.at(")")) {
            type = "stream " + tokens.word("a message");
        }
        tokens.expect(")");
        return type;
    }

    private void message(String within, String description) {
        String name = within + tokens.word("the name of the message");
        List<Member> members = new ArrayList<>();
        // Before the messages inside, which come after it.
        int place = messages.size();
        tokens.expect("{");
        members(name, "", members);
        messages.add(place, new Message(name, description, false, members));
    }

    private void members(String message, String oneOf, List<Member> members) {
        while (!tokens.accept("}")) {
            Token token = tokens.peek();
            if (tokens.accept("message")) {
                message(message + ".", token.comment());
            } else if (tokens.accept("enum")) {
                choice(message + ".", token.comment());
            } else if (tokens.accept("oneof")) {
                String name = tokens.word("a name");
                tokens.expect("{");
                members(message, name, members);
            } else if (PASSED_OVER.contains(token.text())) {
                passOver();
            } else if (!tokens.accept(";")) {
                members.add(member(token.comment(), oneOf));
            }
        }
    }

    private Member member(String description, String oneOf) {
        String type = tokens.word("a field or \"}\"");
        if (Set.of("optional", "required", "repeated").contains(type)) {
            type = type + " " + tokens.word("a type");
        }
        if (type.equals("map") && tokens.accept("<")) {
            type = "map<" + tokens.word("a type") + ", " + tokens.word("a type") + ">";
            tokens.expect(">");
        }
        String name = tokens.word("the name of the field");
        tokens.expect("=");
        String number = tokens.word("a number");
        boolean deprecated = rest();
        String said =
                oneOf.isEmpty() ? description : "one of " + oneOf + (description.isEmpty() ? "" : " · " + description);
        return new Member(name, said, type, number, deprecated);
    }

    private void choice(String within, String description) {
        String name = within + tokens.word("the name of the enum");
        List<Member> members = new ArrayList<>();
        tokens.expect("{");
        while (!tokens.accept("}")) {
            Token token = tokens.peek();
            if (PASSED_OVER.contains(token.text())) {
                passOver();
            } else if (!tokens.accept(";")) {
                String value = tokens.word("a value or \"}\"");
                tokens.expect("=");
                String number = tokens.word("a number");
                members.add(new Member(value, token.comment(), "", number, rest()));
            }
        }
        messages.add(new Message(name, description, true, members));
    }

    /** What follows a field's number; whether it is deprecated. A group's body is passed over. */
    private boolean rest() {
        boolean deprecated = false;
        if (tokens.accept("[")) {
            for (int depth = 1; depth > 0; ) {
                if (tokens.ended()) {
                    throw tokens.unexpected("\"]\"");
                }
                depth += tokens.at("[") ? 1 : tokens.at("]") ? -1 : 0;
                boolean named = tokens.at("deprecated");
                tokens.take();
                deprecated |= named && tokens.accept("=") && tokens.at("true");
            }
        }
        if (tokens.at("{")) {
            passOver();
        } else {
            tokens.expect(";");
        }
        return deprecated;
    }

    /** To the end of a statement, or of the block that it has. */
    private void passOver() {
        int depth = 0;
        do {
            if (tokens.ended()) {
                throw tokens.unexpected(depth > 0 ? "\"}\"" : "\";\"");
            }
            boolean closes = tokens.at("}");
            depth += tokens.at("{") ? 1 : closes ? -1 : 0;
            boolean ends = closes || tokens.at(";");
            tokens.take();
            if (depth == 0 && ends) {
                return;
            }
        } while (true);
    }
}
