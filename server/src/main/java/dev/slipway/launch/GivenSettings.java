package dev.slipway.launch;

import dev.slipway.kernel.Problem;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts of settings with where each came from; what was given first stays. */
final class GivenSettings {

    /** @param origin the flag, the variable, or file and line: for messages */
    record Given(String text, String origin) {}

    private final Map<Setting, Given> given = new EnumMap<>(Setting.class);

    void offer(Setting setting, String text, String origin) {
        given.putIfAbsent(setting, new Given(text, origin));
    }

    @Nullable
    Given find(Setting setting) {
        return given.get(setting);
    }

    String text(Setting setting, String fallback) {
        Given found = given.get(setting);
        return found == null ? fallback : found.text();
    }

    Problem problem(Setting setting, String expected) {
        Given found = given.get(setting);
        if (found == null) {
            throw new IllegalStateException(setting + " was not given");
        }
        return Problem.at(found.origin(), "\"" + found.text() + "\" is no " + setting.key() + ".")
                .expecting(expected);
    }
}
