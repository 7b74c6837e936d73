package dev.slipway.scaffolding.run;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A repository as its picker writes it, {@code host?owner=…&repo=…}, with what its kind of host asks for. Backstage refuses a host that its
 * configuration does not name. Here every host stands for the platform's own, so the name tells the kind, and a host whose name says nothing
 * has to name a repository.
 *
 * @param parts without those that are empty
 */
record RepositoryParts(String host, Map<String, String> parts) {

    private static final List<String> NAMES = List.of("owner", "repo", "organization", "workspace", "project");

    /** @throws IllegalArgumentException if a part is missing that such a host needs */
    static RepositoryParts of(@Nullable Object value) {
        String text = value == null ? "" : value.toString().strip().replaceFirst("^(?i)https?://", "");
        String host = text.split("[/?#]", 2)[0].toLowerCase(Locale.ROOT);
        if (host.isEmpty()) {
            throw new IllegalArgumentException("\"" + text + "\" names no host: expected host?owner=…&repo=…");
        }
        RepositoryParts parts = new RepositoryParts(host, read(text));
        for (String needed : parts.needed()) {
            if (!parts.parts().containsKey(needed)) {
                throw new IllegalArgumentException("\"" + text + "\" names no " + needed + ": expected " + host + "?"
                        + String.join("=…&", parts.needed()) + "=…");
            }
        }
        return parts;
    }

    private static Map<String, String> read(String text) {
        int question = text.indexOf('?');
        String query = question < 0 ? "" : text.substring(question + 1).split("#", 2)[0];
        Map<String, String> given = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            String[] keyAndValue = pair.split("=", 2);
            given.putIfAbsent(keyAndValue[0], keyAndValue.length > 1 ? decoded(keyAndValue[1]) : "");
        }
        Map<String, String> parts = new LinkedHashMap<>();
        NAMES.stream()
                .filter(name -> !given.getOrDefault(name, "").isEmpty())
                .forEach(name -> parts.put(name, given.get(name)));
        return parts;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8).replaceAll("^/+|/+$", "");
        } catch (IllegalArgumentException _) { // a stray percent sign
            return text;
        }
    }

    private List<String> needed() {
        if (host.equals("dev.azure.com") || host.endsWith(".visualstudio.com")) {
            return List.of("project", "repo");
        }
        if (host.equals("bitbucket.org")) {
            return List.of("workspace", "project", "repo");
        }
        if (host.contains("bitbucket")) {
            return List.of("project", "repo");
        }
        if (host.contains("gitlab")) {
            return parts.containsKey("project") ? List.of("project") : List.of("owner", "repo");
        }
        return host.contains("github") ? List.of("owner", "repo") : List.of("repo");
    }

    Map<String, @Nullable Object> byName() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("host", host);
        all.putAll(parts);
        return all;
    }

    /** {@code owner/repo}; Backstage writes {@code undefined/repo} where there is no owner. */
    String slug() {
        if (!parts.containsKey("owner") || !parts.containsKey("repo")) {
            throw new IllegalArgumentException("\"" + host + "?" + parts
                    + "\" has no owner and repo, so there is no project slug: take the parts with parseRepoUrl.");
        }
        return parts.get("owner") + "/" + parts.get("repo");
    }
}
