package dev.slipway.helm.values;

import com.google.re2j.Pattern;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.slipway.documents.yaml.Place;
import dev.slipway.helm.chart.Chart;
import dev.slipway.helm.format.Json;
import dev.slipway.helm.format.Values;
import dev.slipway.kustomize.problem.Problems;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds values against the values.schema.json of a chart and of the charts inside it. Nothing that a schema refers to is fetched. */
public final class SchemaCheck {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaCacheEnabled(false)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .regularExpressionFactory(pattern -> {
                                Pattern compiled = Pattern.compile(pattern);
                                return text -> compiled.matcher(text).find();
                            })
                            .build()));

    private SchemaCheck() {}

    /** @param problems takes everything that breaks a schema */
    public static void check(Chart chart, Map<String, @Nullable Object> values, Problems problems) {
        if (chart.schema() != null) {
            check(chart, chart.schema(), values, problems);
        }
        for (Chart inside : chart.charts()) {
            Map<String, @Nullable Object> own = Values.map(values.get(inside.name()));
            check(inside, own == null ? Map.of() : own, problems);
        }
    }

    private static void check(Chart chart, String schema, Map<String, @Nullable Object> values, Problems problems) {
        String file = chart.directory().isEmpty() ? "values.schema.json" : chart.directory() + "/values.schema.json";
        Place place = new Place(file, 1, 1);
        try {
            for (Error error : SCHEMAS.getSchema(schema).validate(Json.raw(values), InputFormat.JSON)) {
                String path = error.getInstanceLocation()
                        .toString()
                        .replaceFirst("^[/$.]+", "")
                        .replace('/', '.');
                problems.add(
                        place,
                        "The values of the chart \"" + chart.name() + "\" are not as its schema says: "
                                + (path.isEmpty() ? "" : "\"" + path + "\": ") + error.getMessage() + ".",
                        "values that fit.",
                        "Correct the values, or the schema.");
            }
        } catch (SchemaException | IllegalArgumentException | com.google.re2j.PatternSyntaxException e) {
            problems.add(
                    place,
                    "This is no schema: " + e.getMessage(),
                    "JSON Schema that refers to nothing outside.",
                    "Correct it.");
        }
    }
}
