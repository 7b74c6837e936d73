package dev.slipway.scaffolder.action;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.scaffolding.action.RunInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** {@code .slipway/origin.yaml}: the template, its commit, the answers; what upgrades start from. */
final class Origin {

    static final String PATH = ".slipway/origin.yaml";

    private Origin() {}

    static FileContent of(RunInfo run) {
        Map<String, @Nullable Object> spec = new LinkedHashMap<>();
        spec.put("template", run.template());
        spec.put("commit", run.commit());
        spec.put("answers", run.secrets().masked(run.parameters()));
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("apiVersion", "slipway.dev/v1");
        root.put("kind", "Origin");
        root.put("spec", spec);
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return FileContent.text(new Yaml(options).dump(root));
    }
}
