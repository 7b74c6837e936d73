package dev.slipway.promotion.flow;

import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRelease;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Release;
import dev.slipway.platform.RegisteredService;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The versions that people publish on the Git host, {@code vX.Y.Z} without anything behind it; a tag alone is none. */
@Component
class Versions {

    private static final Pattern VERSION = Pattern.compile("v(0|[1-9][0-9]*)[.](0|[1-9][0-9]*)[.](0|[1-9][0-9]*)");

    private static final Comparator<HostedRelease> BY_VERSION = Comparator.<HostedRelease, BigInteger>comparing(
                    release -> part(release, 1))
            .thenComparing(release -> part(release, 2))
            .thenComparing(release -> part(release, 3));

    private final GitHost host;
    private final Permissions permissions;

    Versions(GitHost host, Permissions permissions) {
        this.host = host;
        this.permissions = permissions;
    }

    /** The highest version that was published of this Release's commit. */
    Optional<HostedRelease> of(Release release) {
        return host.releases(release.repository()).stream()
                .filter(each -> each.commit().equals(release.commit()))
                .filter(each -> VERSION.matcher(each.tag()).matches())
                .max(BY_VERSION);
    }

    /** Publishing asks for a promotion: who does must be allowed to, now. */
    boolean asksForPromotion(HostedRelease version, RegisteredService service) {
        return permissions.allows(new Actor.Person(version.author()), Permission.PROMOTE, service.team());
    }

    private static BigInteger part(HostedRelease release, int number) {
        Matcher matcher = VERSION.matcher(release.tag());
        return matcher.matches() ? new BigInteger(matcher.group(number)) : BigInteger.ZERO;
    }
}
