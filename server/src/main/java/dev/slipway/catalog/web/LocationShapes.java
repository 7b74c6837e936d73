package dev.slipway.catalog.web;

import dev.slipway.catalog.CatalogLocation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Locations as Backstage writes them. */
final class LocationShapes {

    private static final int LONGEST_TARGET = 2000;

    private LocationShapes() {}

    /**
     * A location.
     *
     * @param entityRef what Backstage calls the entity of a registered location
     */
    record Location(UUID id, String type, String target, String entityRef) {

        static Location of(CatalogLocation location) {
            return new Location(
                    location.id(),
                    location.type(),
                    location.target(),
                    "location:default/generated-" + sha1(location.type() + ":" + location.target()));
        }
    }

    /**
     * What is to be registered or looked at.
     *
     * @param type {@code url}
     * @param presence taken and left alone: what is registered is there
     */
    record Target(
            @Nullable String type,
            @Nullable String target,
            @Nullable String presence) {

        /** @param above where this stands in the body, with a dot behind it; empty at the top */
        String url(String above) {
            if (type != null && !type.equals("url")) {
                throw Questions.invalid(above + "type", "\"" + type + "\" is not a type of location.", "url");
            }
            if (target == null || target.isBlank()) {
                throw Questions.invalid(
                        above + "target", "No target is given.", "the URL of a catalog-info.yaml or its repository");
            }
            if (target.length() > LONGEST_TARGET) {
                throw Questions.invalid(
                        above + "target", "The target is too long.", "at most " + LONGEST_TARGET + " characters");
            }
            return target.strip();
        }
    }

    /** An item of the list. */
    record Item(Location data) {}

    /**
     * What was registered, or would be.
     *
     * @param exists whether it was registered before
     */
    record Registered(Location location, List<Map<String, @Nullable Object>> entities, boolean exists) {}

    /** A name, not a secret. */
    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
