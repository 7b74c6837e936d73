package dev.slipway.gitops.impact.fields;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by its name whether a value is likely a secret. Rather one value too many is hidden than one too few. */
final class SecretNames {

    /** Words as people write them in variables, properties and arguments, once hyphens, dots and underscores are gone. */
    static final String WORDS =
            "password|passwd|passphrase|pwd|secret|token|apikey|credential|privatekey|accesskey|signingkey"
                    + "|encryptionkey|masterkey|connectionstring|dsn|jwt|authorization|bearer|sharedkey|accountkey";

    private static final Pattern SECRET = Pattern.compile(WORDS);

    /** What is said about a secret is none: where it lies, how long it holds. */
    private static final Pattern ABOUT = Pattern.compile(
            ".*(name|names|ref|refs|file|path|namespace|class|type|url|uri|endpoint|host|port|ttl|seconds|minutes|expiry|enabled|issuer|audience|mode|version|store)");

    private SecretNames() {}

    static boolean isSecret(String name) {
        String bare = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return SECRET.matcher(bare).find() && !ABOUT.matcher(bare).matches();
    }
}
