package dev.slipway.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The digest of an image's manifest or index, for example {@code sha256:…} with 64 hexadecimal digits (OCI image specification). */
public record ImageDigest(@JsonValue String value) {

    private static final Pattern SHA256 = Pattern.compile("sha256:[0-9a-f]{64}");

    public ImageDigest {
        Names.matching(SHA256, "an image digest", "sha256: and 64 hexadecimal digits", value);
    }

    /** The first twelve hexadecimal digits, for people. */
    public String brief() {
        return value.substring(7, 19);
    }

    @Override
    public String toString() {
        return value;
    }
}
