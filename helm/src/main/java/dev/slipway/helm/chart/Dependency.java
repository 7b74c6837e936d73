package dev.slipway.helm.chart;

import dev.slipway.helm.version.Constraint;
import dev.slipway.helm.version.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart that another one declares to need.
 *
 * @param alias what it is called inside, empty for its name
 * @param condition paths of values with commas between; the first that is a truth value decides
 * @param importValues names of exports, or maps with {@code child} and {@code parent}
 * @param line of the file that declares it, from 1
 */
public record Dependency(
        String name,
        String version,
        String repository,
        String alias,
        String condition,
        List<String> tags,
        List<@Nullable Object> importValues,
        int line) {

    static final String LOCAL = "file://";

    public Dependency {
        tags = List.copyOf(tags);
    }

    /** What values and templates call it. */
    public String calledName() {
        return alias.isEmpty() ? name : alias;
    }

    /** Whether the chart lies in a directory, which is named from that of the chart that declares it. */
    public boolean isLocal() {
        return repository.startsWith(LOCAL);
    }

    /** Whether a chart with this name and version is the one that is meant. */
    boolean means(ChartMetadata chart) {
        return name.equals(chart.name()) && allows(chart.version());
    }

    boolean allows(String candidate) {
        try {
            return Constraint.parse(version).allows(Version.parse(candidate));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
