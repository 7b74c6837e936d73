package dev.slipway.gitops.secrets;

import java.util.regex.Pattern;

/** What is a secret by its own form, whatever it is called: private keys, and tokens that begin as their issuers have them begin. */
final class KnownSecrets {

    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY[\\s\\S]*?(-----END [A-Z ]*PRIVATE KEY( BLOCK)?-----|\\z)");

    /** The same in Base64: {@code -----BEGIN }, and then all kinds but certificates and public keys. */
    private static final Pattern ENCODED_KEY =
            Pattern.compile("LS0tLS1CRUdJTiB(?:QUklWQVRF|SU0EgUFJJ|FQyBQUklW|PUEVOU1NI|FTkNSWVBU|EU0EgUFJJ|QR1AgUFJJ)"
                    + "[A-Za-z0-9+/=]*(?:\\s+[A-Za-z0-9+/=]{40,})*");

    private static final Pattern TOKEN = Pattern.compile("(?i:bearer|basic)\\s+[A-Za-z0-9._~+/=-]{6,}"
            + "|\\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\\w{20,}|gl(?:pat|oas|dt|rt|ptt|ft|agent|soat|imt)-[\\w-]{8,}"
            + "|A[KS]IA[A-Z0-9]{12,}|eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*|AGE-SECRET-KEY-1\\w+"
            + "|xox[abeoprs]-[\\w-]{8,}|xapp-[\\w-]{8,}|[sr]k_(?:live|test)_\\w{8,}|whsec_\\w{8,}|hv[sbr]\\.[\\w-]{8,}"
            + "|SG\\.[\\w-]{8,}\\.[\\w-]{8,}|AIza[\\w-]{20,}|npm_\\w{20,}|pypi-[\\w-]{20,}|do[opr]_v1_\\w{20,}"
            + "|dckr_pat_[\\w-]{8,}|glsa_\\w{20,}|shp(?:at|ss|ca|pa)_\\w{20,}|sk-[\\w-]{20,})");

    /** What a password may be guessed from: bcrypt, crypt, Apache's and argon2, and of LDAP. */
    private static final Pattern HASH =
            Pattern.compile("\\$(?:2[abxy]?\\$\\d\\d|apr1|[156y]|argon2\\w*)\\$[\\w./$=,+-]{20,}"
                    + "|\\{S?SHA\\d*}[A-Za-z0-9+/=]{20,}");

    private static final int SHORTEST = 12;

    private KnownSecrets() {}

    /** The same text where there is nothing to hide. */
    static String scrub(String text) {
        if (text.length() < SHORTEST) {
            return text;
        }
        String scrubbed =
                text.contains("-----BEGIN") ? PRIVATE_KEY.matcher(text).replaceAll(Hidden.TEXT) : text;
        scrubbed = scrubbed.contains("LS0tLS1CRUdJTiB")
                ? ENCODED_KEY.matcher(scrubbed).replaceAll(Hidden.TEXT)
                : scrubbed;
        scrubbed = scrubbed.contains("$") || scrubbed.contains("SHA")
                ? HASH.matcher(scrubbed).replaceAll(Hidden.TEXT)
                : scrubbed;
        return TOKEN.matcher(scrubbed).replaceAll(Hidden.TEXT);
    }
}
