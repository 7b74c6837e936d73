package dev.slipway.git.imports;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of imports.
 *
 * @param hosts that may be asked although they stand in a private network or on this machine; with {@code :port} only that port
 * @param size the most that one import may receive
 * @param time the longest that one import may take
 */
@ConfigurationProperties("slipway.import")
public record ImportProperties(
        @DefaultValue List<String> hosts,
        @DefaultValue("1GB") DataSize size,
        @DefaultValue("15m") Duration time) {

    public ImportProperties {
        hosts = List.copyOf(hosts);
    }

    /** Whether somebody who runs this installation vouches for the host. */
    boolean vouchesFor(String host, int port) {
        return hosts.stream()
                .map(String::strip)
                .anyMatch(each -> each.equalsIgnoreCase(host) || each.equalsIgnoreCase(host + ":" + port));
    }
}
