package dev.slipway.identity.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after sign-in: a path of this host, whatever the link that led here says. */
final class ReturnPath {

    /** One slash, then no second one and no backslash, which browsers take for one; no control characters. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[^\\p{Cntrl}\\\\]*");

    private ReturnPath() {}

    static String of(@Nullable String wanted) {
        if (wanted == null || !LOCAL.matcher(wanted).matches() || wanted.startsWith("/sign-")) {
            return "/";
        }
        return wanted;
    }
}
