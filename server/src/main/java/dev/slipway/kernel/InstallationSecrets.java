package dev.slipway.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that whoever runs the installation gives it, and that definitions in Git only name. Each is the setting
 * {@code slipway.secrets.<name>}, which a variable of the server's environment sets.
 */
public final class InstallationSecrets {

    private static final String SETTINGS = "slipway.secrets.";

    private final Function<String, @Nullable String> settings;

    /** @param settings the installation's, by their names; null for one that is not set */
    public InstallationSecrets(Function<String, @Nullable String> settings) {
        this.settings = settings;
    }

    /** Empty when it is not set. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(settings.apply(SETTINGS + name)).filter(value -> !value.isBlank());
    }

    /** What to say of one that is not set: what to do about it, in a whole sentence. */
    public static String missing(String name) {
        return "The secret \"" + name + "\" is not set: give the server " + variable(name) + " in its environment.";
    }

    private static String variable(String name) {
        return (SETTINGS + name).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
