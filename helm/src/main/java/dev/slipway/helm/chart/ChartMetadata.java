package dev.slipway.helm.chart;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Chart.yaml says.
 *
 * @param name of the chart; under an alias, the alias
 * @param fields all of it, as plain values
 */
public record ChartMetadata(
        String apiVersion,
        String name,
        String version,
        String type,
        String kubeVersion,
        List<Dependency> dependencies,
        Map<String, @Nullable Object> fields) {

    public ChartMetadata {
        dependencies = List.copyOf(dependencies);
    }

    public boolean isLibrary() {
        return type.equals("library");
    }

    ChartMetadata named(String alias) {
        return new ChartMetadata(apiVersion, alias, version, type, kubeVersion, dependencies, fields);
    }

    ChartMetadata depending(List<Dependency> others) {
        return new ChartMetadata(apiVersion, name, version, type, kubeVersion, others, fields);
    }
}
