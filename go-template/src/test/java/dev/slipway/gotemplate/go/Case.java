package dev.slipway.gotemplate.go;

import dev.slipway.gotemplate.MissingKey;
import java.util.Locale;

/** A template, what to execute it with, and the option for missing keys. */
record Case(String template, String data, MissingKey missingKey) {

    /** As render.go reads it. */
    String json() {
        return "{\"template\":" + Json.quoted(template) + ",\"missingkey\":\""
                + missingKey.name().toLowerCase(Locale.ROOT) + "\",\"data\":" + data + "}";
    }
}
