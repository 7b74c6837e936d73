package dev.slipway.scaffolding.form;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A repository as RepoUrlPicker writes it: {@code host?owner=…&repo=…}, with {@code organization}, {@code workspace} and {@code
 * project} where the host has them.
 *
 * @param parts what stands behind the question mark, in order
 */
public record RepositoryUrl(String host, Map<String, String> parts) {

    public RepositoryUrl {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** Reads a value; what it does not say is empty. */
    public static RepositoryUrl parse(String value) {
        String text = value.strip().replaceFirst("^https?://", "");
        int question = text.indexOf('?');
        Map<String, String> parts = new LinkedHashMap<>();
        for (String pair : (question < 0 ? "" : text.substring(question + 1)).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parts.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return new RepositoryUrl(question < 0 ? text : text.substring(0, question), parts);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    public String part(String name) {
        return parts.getOrDefault(name, "");
    }

    /** Whether nothing but perhaps the host was entered. */
    public boolean blank() {
        return parts.values().stream().allMatch(String::isBlank);
    }

    /** As the picker stores it. */
    @Override
    public String toString() {
        return host + "?"
                + parts.entrySet().stream()
                        .filter(part -> !part.getValue().isBlank())
                        .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /** What the picker asks for at a host, {@code repo} last. */
    public static List<String> asked(String host) {
        if (host.equals("dev.azure.com") || host.endsWith(".visualstudio.com")) {
            return List.of("organization", "project", "repo");
        }
        if (host.equals("bitbucket.org")) {
            return List.of("workspace", "project", "repo");
        }
        return host.contains("bitbucket") ? List.of("project", "repo") : List.of("owner", "repo");
    }

    static List<String> problems(FormField field, String value) {
        RepositoryUrl url = parse(value);
        List<String> problems = new ArrayList<>(FieldRules.listed(field, "allowedHosts", url.host()));
        if (url.host().isBlank()) {
            problems.add("Choose a host.");
        }
        for (String part : asked(url.host())) {
            if (url.part(part).isBlank()
                    && !(part.equals("owner") && !url.part("project").isBlank())) {
                problems.add("The " + word(part) + " is missing.");
            } else if (!url.part(part).isBlank()) {
                problems.addAll(FieldRules.listed(field, allowing(part), url.part(part)));
            }
        }
        return problems;
    }

    /** The option of the picker that says which values a part may have. */
    public static String allowing(String part) {
        return switch (part) {
            case "organization" -> "allowedOrganizations";
            case "project" -> "allowedProjects";
            case "repo" -> "allowedRepos";
            default -> "allowedOwners";
        };
    }

    /** What people call a part. */
    public static String word(String part) {
        return part.equals("repo") ? "repository" : part;
    }
}
