package dev.slipway.cli.client;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import java.net.URI;
import java.util.Locale;

/**
 * Where the server is.
 *
 * @param url what the user says, without a slash at the end
 */
public record ServerAddress(URI url) {

    public static final String DEFAULT = "http://127.0.0.1:7070";

    /** @throws CliException for what is not an address of a web server */
    public static ServerAddress parse(String text) {
        try {
            URI url = URI.create(text.strip().replaceFirst("/+$", ""));
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return new ServerAddress(url);
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw new CliException(
                ExitCode.USAGE,
                new CliProblem(
                        "--server",
                        "\"" + text + "\" is not the address of a server.",
                        "for example " + DEFAULT,
                        null));
    }

    /** Where to connect: browsers take every name below localhost for this machine, Java does not. */
    URI resolve(String path) {
        String host = isBelowLocalhost() ? "127.0.0.1" : url.getHost();
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return URI.create(url.getScheme() + "://" + host + port + path);
    }

    /** What git pushes a repository to. */
    public String git(String repository) {
        return resolve("/git/" + repository + ".git").toString();
    }

    /** The value of the Host header. */
    String authority() {
        return url.getAuthority();
    }

    boolean isBelowLocalhost() {
        return url.getHost().toLowerCase(Locale.ROOT).endsWith(".localhost");
    }

    /** Whether it is this very machine. */
    public boolean isLocal() {
        String host = url.getHost();
        return isBelowLocalhost() || host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
