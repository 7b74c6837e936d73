package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.MAP;
import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Arguments.map;
import static dev.slipway.helm.sprig.Arguments.text;
import static dev.slipway.helm.sprig.Declarations.taking;

import dev.slipway.gotemplate.FunctionException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** URLs taken apart and put together, as Go's net/url. */
final class UrlFunctions {
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("(\\[[^\\]]*\\]|[^:]*)(:([0-9]*))?");

    private UrlFunctions() {}

    static void declare(Declarations to) {
        to.add("urlParse", taking(STRING), a -> parsed(text(a, 0))).add("urlJoin", taking(MAP), a -> joined(map(a, 0)));
    }

    private static Map<String, @Nullable Object> parsed(String url) {
        if (url.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            throw new FunctionException("unable to parse url: parse: net/url: invalid control character in URL");
        }
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        int hash = url.indexOf('#');
        parts.put("fragment", hash < 0 ? "" : decoded(url.substring(hash + 1)));
        String rest = hash < 0 ? url : url.substring(0, hash);
        Matcher scheme = SCHEME.matcher(rest);
        boolean absolute = scheme.matches();
        parts.put("scheme", absolute ? scheme.group(1).toLowerCase(java.util.Locale.ROOT) : "");
        rest = absolute ? scheme.group(2) : rest;
        int question = rest.indexOf('?');
        parts.put("query", question < 0 ? "" : rest.substring(question + 1));
        rest = question < 0 ? rest : rest.substring(0, question);
        boolean opaque = absolute && !rest.startsWith("/");
        parts.put("opaque", opaque ? rest : "");
        authorityAndPath(opaque ? "" : rest, parts);
        return parts;
    }

    private static void authorityAndPath(String rest, Map<String, @Nullable Object> parts) {
        String authority = "";
        String path = rest;
        if (rest.startsWith("//")) {
            int slash = rest.indexOf('/', 2);
            authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
            path = slash < 0 ? "" : rest.substring(slash);
        }
        int at = authority.lastIndexOf('@');
        String host = authority.substring(at + 1);
        Matcher matcher = HOST.matcher(host);
        if (!matcher.matches()) {
            throw new FunctionException("unable to parse url: parse: invalid port after host");
        }
        parts.put("userinfo", at < 0 ? "" : authority.substring(0, at));
        parts.put("host", host);
        parts.put("hostname", matcher.group(1).replaceAll("^\\[|\\]$", ""));
        parts.put("path", decoded(path));
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return java.net.URLDecoder.decode(text.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new FunctionException("unable to parse url: invalid URL escape", e);
        }
    }

    private static String joined(Map<String, @Nullable Object> parts) {
        String scheme = part(parts, "scheme");
        String host = part(parts, "host");
        String user = part(parts, "userinfo");
        String path = part(parts, "path");
        StringBuilder url = new StringBuilder(scheme.isEmpty() ? "" : scheme + ":");
        if (!part(parts, "opaque").isEmpty()) {
            url.append(part(parts, "opaque"));
        } else {
            if (!scheme.isEmpty() || !host.isEmpty() || !user.isEmpty()) {
                url.append(host.isEmpty() && path.isEmpty() && user.isEmpty() ? "" : "//");
                url.append(user.isEmpty() ? "" : user + "@").append(host);
            }
            url.append(!path.isEmpty() && !path.startsWith("/") && !host.isEmpty() ? "/" : "")
                    .append(path);
        }
        url.append(part(parts, "query").isEmpty() ? "" : "?" + part(parts, "query"));
        return url.append(part(parts, "fragment").isEmpty() ? "" : "#" + part(parts, "fragment"))
                .toString();
    }

    private static String part(Map<String, @Nullable Object> parts, String name) {
        Object value = parts.get(name);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        throw new FunctionException("unable to parse " + name + " key, must be of type string");
    }
}
