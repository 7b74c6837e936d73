package dev.slipway.kustomize.remote;

import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.Place;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directory in another repository, as kustomize's URLs name it (kustomize's documentation, "remote targets"): repository, path
 * and {@code ?ref=}. Within a {@link RemoteTree} it is a path like any other. The path's first part names repository and ref,
 * with {@code ∕} (U+2215) for each slash of theirs: {@code https:∕∕github.com∕acme∕bases?ref=v1/web/deployment.yaml}.
 *
 * @param repository URL
 * @param path of the directory in it, normalised; empty for its root
 * @param ref branch, tag or commit; {@code HEAD} for the default branch
 */
public record RemoteBase(String repository, String path, String ref) {

    private static final char SLASH = '\u2215';
    private static final String DEFAULT_BRANCH = "HEAD";
    private static final String REF = "?ref=";

    /** What stands before the repository's path: a scheme with or without a user, and a host. */
    private static final Pattern HOST = Pattern.compile(
            "(?:git::)?((?:(?:https?|ssh|git)://|[\\w.-]+@)[^/:]+(?::\\d+)?[/:]|file:///|github\\.com[/:])(.+)");

    private static final Pattern FILE = Pattern.compile("https?://.*[^/]\\.(?:ya?ml|json)");

    /** Whether it is written as something that lies elsewhere. */
    public static boolean isRemote(String written) {
        return written.contains("://")
                || written.startsWith("git@")
                || written.startsWith("git::")
                || written.startsWith("github.com/")
                || written.contains("?ref=");
    }

    /** @return empty for what names no repository: a single file on a web server, for example */
    public static Optional<RemoteBase> parse(String written) {
        int question = written.indexOf('?');
        String address = question < 0 ? written : written.substring(0, question);
        String ref = question < 0 ? "" : ref(written.substring(question + 1));
        Matcher matcher = HOST.matcher(address);
        if (!matcher.matches() || written.indexOf(SLASH) >= 0) {
            return Optional.empty();
        }
        String host = matcher.group(1).startsWith("github.com") ? "https://github.com/" : matcher.group(1);
        try {
            return split(host, matcher.group(2), FILE.matcher(address).matches())
                    .map(parts -> new RemoteBase(
                            host + parts.repository(),
                            TreePath.normalise(parts.path().replaceFirst("^/+", "")),
                            ref.isEmpty() ? DEFAULT_BRANCH : ref));
        } catch (TreeException _) {
            return Optional.empty();
        }
    }

    /** Whether nothing is said of branch, tag or commit. */
    public boolean isDefaultBranch() {
        return ref.equals(DEFAULT_BRANCH);
    }

    private static String ref(String query) {
        for (String each : query.split("&")) {
            if (each.startsWith("ref=") || each.startsWith("version=")) {
                return each.substring(each.indexOf('=') + 1);
            }
        }
        return "";
    }

    private record Parts(String repository, String path) {}

    /** Marked by {@code _git/}, {@code //} or {@code .git}; otherwise organisation and repository come first. */
    private static Optional<Parts> split(String host, String rest, boolean file) {
        int azure = rest.indexOf("_git/");
        if (azure >= 0) {
            return Optional.of(at(rest, rest.indexOf('/', azure + "_git/".length())));
        }
        int marked = rest.indexOf("//");
        if (marked > 0) {
            return Optional.of(new Parts(rest.substring(0, marked), rest.substring(marked + 2)));
        }
        Matcher suffix = Pattern.compile("\\.git(?=/|$)").matcher(rest);
        if (suffix.find()) {
            return Optional.of(new Parts(rest.substring(0, suffix.end()), rest.substring(suffix.end())));
        }
        if (host.equals("file:///")) {
            return Optional.of(new Parts(rest, ""));
        }
        int first = rest.indexOf('/');
        return file || first < 0 ? Optional.empty() : Optional.of(at(rest, rest.indexOf('/', first + 1)));
    }

    private static Parts at(String rest, int slash) {
        return slash < 0 ? new Parts(rest, "") : new Parts(rest.substring(0, slash), rest.substring(slash));
    }

    /** Its path in a {@link RemoteTree}. */
    public String mounted() {
        return path.isEmpty() ? root() : root() + "/" + path;
    }

    /** As a kustomization would write it. */
    public String written() {
        return repository + (path.isEmpty() ? "" : "//" + path) + REF + ref;
    }

    /** A place in a {@link RemoteTree} for people: what lies elsewhere with its URL. */
    public static String shown(Place place) {
        return at(place.file())
                .map(base -> base.written() + ":" + place.line() + ":" + place.column())
                .orElseGet(place::toString);
    }

    /** The same repository and ref without a path. */
    public RemoteBase top() {
        return new RemoteBase(repository, "", ref);
    }

    /** The first part of that. */
    String root() {
        return (repository + REF + ref).replace('/', SLASH);
    }

    /** What a path in a {@link RemoteTree} names; empty for one of the tree itself. */
    public static Optional<RemoteBase> at(String mounted) {
        int slash = mounted.indexOf('/');
        String root = slash < 0 ? mounted : mounted.substring(0, slash);
        int ref = root.indexOf(SLASH) < 0 ? -1 : root.indexOf(REF);
        return ref < 0
                ? Optional.empty()
                : Optional.of(new RemoteBase(
                        root.substring(0, ref).replace(SLASH, '/'),
                        slash < 0 ? "" : mounted.substring(slash + 1),
                        root.substring(ref + REF.length()).replace(SLASH, '/')));
    }

    /** Whether two paths in a {@link RemoteTree} are of the same repository and ref. */
    public static boolean areTogether(String mounted, String other) {
        return at(mounted).map(RemoteBase::root).equals(at(other).map(RemoteBase::root));
    }
}
