package dev.slipway.platform;

import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One label of a preview's namespace or host, within DNS's 63 characters. */
final class FittingLabel {

    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_TEAM = 30;
    private static final int HASH = 8;

    private FittingLabel() {}

    static String of(String pattern, TeamName team, ServiceName service, int number) {
        String around = pattern.replace("{team}", team(team)).replace("{number}", Integer.toString(number));
        int room = LONGEST_LABEL - around.length() + "{service}".length();
        return around.replace("{service}", cut(service.value(), room));
    }

    /** Depends on nothing but the team, so that one pattern finds all its namespaces. */
    static String team(TeamName team) {
        return cut(team.value(), LONGEST_TEAM);
    }

    private static String cut(String name, int longest) {
        return name.length() <= longest
                ? name
                : name.substring(0, longest - HASH - 1).replaceFirst("-+$", "") + "-" + hash(name);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
