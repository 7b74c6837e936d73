package dev.slipway.platform;

import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import java.time.Duration;

/**
 * Where previews of pull requests run, how long and how many. Two previews never get the same namespace or host: a name
 * that would not fit into 63 characters is cut and hashed, {@code -pr-<number>} stays.
 *
 * @param namespacePattern one label with <code>{team}</code>, <code>{service}</code> and <code>{number}</code>
 * @param hostPattern the same and <code>.{domain}</code>
 * @param domain of the platform
 * @param timeToLive since the last commit or request
 * @param limit of previews that a team has at the same time
 */
public record PreviewRules(
        ClusterName cluster,
        String namespacePattern,
        String hostPattern,
        String domain,
        Duration timeToLive,
        int limit) {

    private static final String LABEL = "[a-z0-9]+(-+[a-z0-9]+)*";

    public String namespace(TeamName team, ServiceName service, int number) {
        return FittingLabel.of(namespacePattern, team, service, number);
    }

    public String host(TeamName team, ServiceName service, int number) {
        int dot = hostPattern.indexOf('.');
        return FittingLabel.of(hostPattern.substring(0, dot), team, service, number)
                + hostPattern.substring(dot).replace("{domain}", domain);
    }

    /** What the hosts of all previews are among, as a VirtualService says it: a star and what follows the first label. */
    public String hosts() {
        return "*" + hostPattern.substring(hostPattern.indexOf('.')).replace("{domain}", domain);
    }

    /** A regular expression (RE2) for the whole authority, with or without a port, of each preview and of nothing else. */
    public String authority() {
        return "(?i)^"
                + hostPattern
                        .replace("{domain}", domain)
                        .replace(".", "\\.")
                        .replace("{service}", LABEL)
                        .replace("{team}", LABEL)
                        .replace("{number}", "[1-9][0-9]*")
                + "(:[0-9]+)?$";
    }

    /** What all namespaces of a team's previews match and no other team's do, in Argo CD's pattern language. */
    public String namespacesOf(TeamName team) {
        return namespacePattern
                .replace("{team}", FittingLabel.team(team))
                .replace("{service}", "*")
                .replace("{number}", "*");
    }
}
