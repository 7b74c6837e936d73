package dev.slipway.git.imports;

import dev.slipway.kernel.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An address that a repository is to be fetched from. */
record ImportAddress(URI uri) {

    private static final String FIELD = "source";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LONGEST = 2_000;

    String host() {
        return uri.getHost().replaceAll("^\\[|]$", "");
    }

    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP;
    }

    /** Everything that is wrong with how it is written. What it holds beside host and path is not repeated: it may be a secret. */
    static List<Problem> problems(String text, Errand errand) {
        List<Problem> problems = new ArrayList<>();
        URI uri = parse(text);
        if (uri == null || text.length() > LONGEST || uri.getScheme() == null) {
            problems.add(Problem.at(FIELD, "This is no address of a Git repository.")
                    .expecting("https://host/path/name.git")
                    .next(errand.otherwise()));
            return problems;
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            problems.add(Problem.at(FIELD, "\"" + scheme + "\" addresses are not fetched.")
                    .expecting("https or http")
                    .next(errand.otherwise()));
        }
        if (problems.isEmpty() && uri.getRawUserInfo() != null) {
            problems.add(Problem.at(FIELD, "The address holds credentials, which would be kept and shown.")
                    .next("Take them out. " + errand.whenClosed()));
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            problems.add(Problem.at(FIELD, "The address has something after the path.")
                    .expecting("what git clone takes, without ? and #"));
        }
        if (problems.isEmpty() && (uri.getHost() == null || uri.getPath().length() < 2)) {
            problems.add(Problem.at(FIELD, "The address names no host or no repository.")
                    .expecting("https://host/path/name.git"));
        }
        return problems;
    }

    /** An address without {@link #problems}. */
    static ImportAddress of(String text) {
        URI uri = parse(text);
        if (uri == null) {
            throw new IllegalArgumentException("not an address");
        }
        return new ImportAddress(uri);
    }

    private static @Nullable URI parse(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException _) {
            return null;
        }
    }
}
