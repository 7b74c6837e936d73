package dev.slipway.helm.engine;

import dev.slipway.gotemplate.Member;
import dev.slipway.helm.chart.Chart;
import dev.slipway.helm.chart.ChartMetadata;
import dev.slipway.helm.format.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code .Chart}: what Chart.yaml says, under the names that Go has for it. */
final class ChartObject {

    private final ChartMetadata metadata;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> json = new LinkedHashMap<>();

    private ChartObject(ChartMetadata metadata) {
        this.metadata = metadata;
    }

    static Struct of(Chart chart, boolean root) {
        ChartObject object = new ChartObject(chart.metadata());
        object.fill();
        object.members.put("IsRoot", new Member.Field(root));
        object.json.put("IsRoot", root);
        return new Struct("struct { chart.Metadata; IsRoot bool }", object.members, object.json, null);
    }

    private void fill() {
        text("Name", "name", metadata.name());
        text("Home", "home", field("home"));
        list("Sources", "sources");
        text("Version", "version", metadata.version());
        text("Description", "description", field("description"));
        list("Keywords", "keywords");
        maintainers();
        text("Icon", "icon", field("icon"));
        text("APIVersion", "apiVersion", metadata.apiVersion());
        text("Condition", "condition", field("condition"));
        text("Tags", "tags", field("tags"));
        text("AppVersion", "appVersion", field("appVersion"));
        boolean deprecated = Boolean.TRUE.equals(metadata.fields().get("deprecated"));
        add("Deprecated", "deprecated", deprecated, !deprecated);
        Map<String, @Nullable Object> annotations =
                Objects.requireNonNullElse(Values.map(metadata.fields().get("annotations")), new LinkedHashMap<>());
        add("Annotations", "annotations", annotations, annotations.isEmpty());
        text("KubeVersion", "kubeVersion", metadata.kubeVersion());
        dependencies();
        text("Type", "type", metadata.type());
    }

    private String field(String name) {
        return metadata.fields().get(name) instanceof String text ? text : "";
    }

    private void text(String name, String key, String value) {
        add(name, key, value, value.isEmpty());
    }

    private void list(String name, String key) {
        List<@Nullable Object> list =
                Objects.requireNonNullElse(Values.list(metadata.fields().get(key)), List.of());
        add(name, key, list, list.isEmpty());
    }

    private void add(String name, String key, Object value, boolean empty) {
        members.put(name, new Member.Field(value));
        if (!empty) {
            json.put(key, value);
        }
    }

    private void maintainers() {
        List<@Nullable Object> maintainers = new ArrayList<>();
        for (Object each :
                Objects.requireNonNullElse(Values.list(metadata.fields().get("maintainers")), List.of())) {
            Map<String, @Nullable Object> fields = Objects.requireNonNullElse(Values.map(each), new LinkedHashMap<>());
            maintainers.add(
                    struct("*chart.Maintainer", fields, Map.of("Name", "name", "Email", "email", "URL", "url")));
        }
        add("Maintainers", "maintainers", maintainers, maintainers.isEmpty());
    }

    private void dependencies() {
        List<@Nullable Object> dependencies = new ArrayList<>();
        metadata.dependencies().forEach(each -> {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("name", each.calledName());
            fields.put("version", each.version());
            fields.put("repository", each.repository());
            fields.put("condition", each.condition());
            fields.put("alias", each.alias());
            Map<String, String> names = new LinkedHashMap<>();
            fields.keySet().forEach(key -> names.put(Character.toUpperCase(key.charAt(0)) + key.substring(1), key));
            Map<String, @Nullable Object> filled = new LinkedHashMap<>(fields);
            filled.values().removeIf(""::equals);
            dependencies.add(struct("*chart.Dependency", filled, names));
        });
        add("Dependencies", "dependencies", dependencies, dependencies.isEmpty());
    }

    private static Struct struct(String type, Map<String, @Nullable Object> json, Map<String, String> names) {
        Map<String, Member> members = new LinkedHashMap<>();
        names.forEach(
                (name, key) -> members.put(name, new Member.Field(Objects.requireNonNullElse(json.get(key), ""))));
        return new Struct(type, members, json, null);
    }
}
