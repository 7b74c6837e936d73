package dev.slipway.launch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be set: as a flag, as a variable of the environment, or (all but the file itself) in {@code slipway.yaml}. */
enum Setting {
    DATA("data", "DIR", "where everything is kept; default $SLIPWAY_HOME/data, that is ~/.slipway/data"),
    PORT("port", "PORT", "the one port; default 7070, 0 takes any that is free"),
    DOMAIN("domain", "DOMAIN", "workloads answer on <name>.DOMAIN, the portal on slipway.DOMAIN; default localhost"),
    ORGANISATION("organisation", "NAME", "the name before every repository; default acme"),
    SAMPLE("sample", null, "adds teams red and blue, a platform team, release managers and their users"),
    DATABASE_URL("database-url", "URL", "use your own PostgreSQL instead of the embedded one"),
    PUBLIC_URL(
            "public-url",
            "URL",
            "how people reach the portal, for links and clone addresses: https://slipway.DOMAIN behind a proxy with TLS"),
    BEHIND_PROXY("behind-proxy", null, "listen on every address and trust the X-Forwarded headers of the proxy before"),
    KEEP_BUILDS(
            "keep-builds",
            "DAYS",
            "remove builds and their logs after DAYS as in 90d, which is the default; or forever"),
    KEEP_NEWEST_BUILDS("keep-newest-builds", "N", "but never the newest N of a repository; default 20"),
    KEEP_IMAGES("keep-images", "DAYS", "remove images that nothing has needed for DAYS; default 30d, or forever"),
    KEEP_RELEASES("keep-releases", "N", "keep what the newest N Releases of each environment need; default 10"),
    KEEP_RUNS("keep-runs", "DAYS", "remove runs of templates and their logs after DAYS; default 180d, or forever"),
    KEEP_AUDIT("keep-audit", "DAYS", "move the audit's months into archives after DAYS; default 400d, or forever"),
    IMPORT_HOSTS(
            "import-hosts",
            "HOST,…",
            "Git servers of private networks that services may be brought from; with :port only that port"),
    CONFIG("config", "FILE", "read these settings from FILE; default $SLIPWAY_HOME/slipway.yaml, if it exists"),
    VERBOSE("verbose", null, "print the log while running; it is always in logs/slipway.log of the data directory");

    private final String key;
    private final @Nullable String value;
    private final String help;

    Setting(String key, @Nullable String value, String help) {
        this.key = key;
        this.value = value;
        this.help = help;
    }

    /** Its name in the file, and with {@code --} as a flag. */
    String key() {
        return key;
    }

    String flag() {
        return "--" + key;
    }

    String variable() {
        return "SLIPWAY_" + name();
    }

    boolean isSwitch() {
        return value == null;
    }

    static Optional<Setting> named(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }

    static String help() {
        StringBuilder text = new StringBuilder("Usage: slipway up [options]\n\n");
        for (Setting each : values()) {
            String left = each.flag() + (each.value == null ? "" : " " + each.value);
            text.append(String.format(Locale.ROOT, "  %-24s %s%n", left, each.help));
        }
        return text.append("\nEach can also be set as a variable (")
                .append(PORT.variable())
                .append(") or in slipway.yaml (port: 7070).\nFlags win over variables, variables over the file.")
                .toString();
    }
}
