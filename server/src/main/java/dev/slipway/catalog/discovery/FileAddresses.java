package dev.slipway.catalog.discovery;

import dev.slipway.catalog.ingest.SourceFile.FilePattern;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.entities.TargetPath;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.GitLocations;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** The addresses of files, both ways: only files on the default branch of hosted repositories have one. */
@Component
public class FileAddresses {

    private static final Pattern ON_PORTAL = Pattern.compile("([^/]+/[^/]+)/files/([^?#]+)");
    private static final Pattern ON_HOST =
            Pattern.compile("([^/]+?)(?:\\.git)?/(?:blob|tree|raw|edit)/([^/]+)/([^?#]+)");

    private static final Pattern LAST_TWO = Pattern.compile("/([^/]+)/([^/]+?)(?:\\.git)?$");

    private final GitHost host;
    private final RepositoryAddresses addresses;
    private final Platforms platforms;

    FileAddresses(GitHost host, RepositoryAddresses addresses, Platforms platforms) {
        this.host = host;
        this.addresses = addresses;
        this.platforms = platforms;
    }

    /** Where people see a file, as Backstage writes a location: {@code url:…}. */
    String of(HostedRepository repository, String path) {
        return "url:" + page(repository.ref(), path);
    }

    /** The page of a file. */
    String page(RepositoryRef repository, String path) {
        return addresses.page(repository) + "/files/" + UriUtils.encodePath(path, StandardCharsets.UTF_8);
    }

    /**
     * Which files a target means that a Location or a placeholder at {@code path} of a repository names; they may be in a
     * repository that is yet to come.
     */
    Optional<FilePattern> resolve(RepositoryRef repository, String path, String target) {
        if (target.contains("://")) {
            return resolve(target, true);
        }
        try {
            return Optional.of(new FilePattern(repository.toString(), TargetPath.resolve(path, target)));
        } catch (TreeException e) {
            return Optional.empty();
        }
    }

    /** Which files a URL means, on the portal or under the definition's prefixes. */
    public Optional<FilePattern> resolve(String url) {
        return resolve(url, false);
    }

    private Optional<FilePattern> resolve(String url, boolean yetToCome) {
        String portal = addresses.pages() + "/";
        if (url.startsWith(portal)) {
            Matcher matcher = ON_PORTAL.matcher(url.substring(portal.length()));
            return matcher.matches()
                    ? pattern(matcher.group(1), "HEAD", matcher.group(2), yetToCome)
                    : Optional.empty();
        }
        return platforms.find().map(PlatformDefinition::git).flatMap(git -> underPrefix(git, url, yetToCome));
    }

    private Optional<FilePattern> underPrefix(GitLocations git, String url, boolean yetToCome) {
        return Stream.concat(Stream.of(git.url()), git.aliases().stream())
                .filter(prefix -> url.startsWith(prefix + "/"))
                .map(prefix -> ON_HOST.matcher(url.substring(prefix.length() + 1)))
                .filter(Matcher::matches)
                .flatMap(
                        matcher -> pattern(
                                git.organisation() + "/" + matcher.group(1),
                                matcher.group(2),
                                matcher.group(3),
                                yetToCome)
                                .stream())
                .findFirst();
    }

    /** The repository that a URL means, or that has the file it means. */
    Optional<HostedRepository> repository(String written) {
        String url = written.replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
        return resolve(url)
                .map(file -> RepositoryRef.parse(file.repository()))
                .or(() -> onPortal(url))
                .or(() -> platforms.find().map(PlatformDefinition::git).flatMap(git -> git.resolve(url)))
                .flatMap(host::repository);
    }

    /** Its page, or what is cloned. */
    private Optional<RepositoryRef> onPortal(String url) {
        Matcher matcher = LAST_TWO.matcher(url);
        try {
            return matcher.find()
                    ? Optional.of(new RepositoryRef(matcher.group(1), matcher.group(2)))
                            .filter(ref -> url.equals(addresses.page(ref))
                                    || (url.replaceFirst("\\.git$", "") + ".git").equals(addresses.git(ref)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As a browser shows an address; one that somebody typed may have a percent sign that stands for itself. */
    private static String decoded(String path) {
        try {
            return UriUtils.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    /** Only the default branch is read; nobody knows yet which one a repository will have that is yet to come. */
    private Optional<FilePattern> pattern(String repositoryName, String branch, String written, boolean yetToCome) {
        try {
            RepositoryRef repository = RepositoryRef.parse(repositoryName);
            String path = TreePath.normalise(decoded(written));
            boolean read = host.repository(repository)
                    .map(hosted -> branch.equals("HEAD") || branch.equals(hosted.defaultBranch()))
                    .orElse(yetToCome);
            return read ? Optional.of(new FilePattern(repository.toString(), path)) : Optional.empty();
        } catch (IllegalArgumentException | TreeException e) {
            return Optional.empty();
        }
    }
}
