package dev.slipway.catalog.pages;

import dev.slipway.entities.EntityRef;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/** The addresses of the catalog's pages, and how entities are called and drawn on them. */
public final class CatalogLinks {

    private CatalogLinks() {}

    /** The page of an entity, at the path where Backstage has it. */
    public static String entity(EntityRef ref) {
        return "/catalog/" + segment(ref.namespace()) + "/" + segment(ref.kind()) + "/" + segment(ref.name());
    }

    /** The list of what somebody owns. */
    public static String owned(EntityRef owner) {
        return "/catalog?owner=" + encoded(owner.toString());
    }

    /** The list of what somebody owns, of one kind. */
    public static String owned(EntityRef owner, String kind) {
        return owned(owner) + "&kind=" + encoded(kind);
    }

    /** A reference as people say it: without what goes without saying. */
    public static String brief(EntityRef ref) {
        return ref.namespace().equals(EntityRef.DEFAULT_NAMESPACE) ? ref.name() : ref.namespace() + "/" + ref.name();
    }

    /** The icon of a kind. */
    public static String icon(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "component" -> "cube";
            case "api" -> "plug";
            case "resource" -> "database";
            case "system" -> "layers-linked";
            case "domain" -> "world";
            case "group" -> "users";
            case "user" -> "user";
            case "location" -> "link";
            case "template" -> "template";
            default -> "puzzle";
        };
    }

    /** A kind as people write it. */
    public static String kind(String kind) {
        return kind.equalsIgnoreCase("api")
                ? "API"
                : kind.isEmpty() ? kind : Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    }

    /** How many there are of each kind, in words. */
    public static String kinds(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(each -> kind(each.getKey()) + " " + each.getValue())
                .collect(Collectors.joining(" · "));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What was encoded; as it is where that cannot be. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String segment(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }
}
