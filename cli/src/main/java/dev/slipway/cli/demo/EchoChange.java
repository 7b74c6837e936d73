package dev.slipway.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What a developer would write into a clone of the golden path's service, so that it has a WebSocket. */
final class EchoChange {

    private EchoChange() {}

    /** @param clone a directory of the desk's workspace */
    static void write(Desk desk, String clone) {
        String sources = clone + "/src/main/java/";
        desk.add(clone, "src/main/java/Echo.java", source());
        desk.edit(
                sources + "Main.java",
                text -> text.replace(
                                "new Service(settings);",
                                "new Service(new Settings(0, settings.greeting(), settings.drain()));")
                        .replace(
                                "        service.start();\n",
                                "        service.start();\n        new Echo(settings.port(), service.port()).start();\n")
                        .replace("service.port());\n    }", "settings.port());\n    }"));
    }

    /** Of the class {@code Echo}. */
    static String source() {
        try (InputStream source = EchoChange.class.getResourceAsStream("Echo.java")) {
            return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
