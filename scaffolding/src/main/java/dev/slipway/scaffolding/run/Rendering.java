package dev.slipway.scaffolding.run;

import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.Finding;
import dev.slipway.scaffolding.ScaffoldingException;
import dev.slipway.scaffolding.ScalarPlace;
import dev.slipway.scaffolding.action.TemplateFilters;
import dev.slipway.template.Template;
import dev.slipway.template.analysis.Reference;
import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders values of template.yaml; a problem names the file and line it stands on. */
final class Rendering {

    static final String SECRETS = "secrets";

    private static final TemplateOptions OPTIONS = BackstageFilters.addTo(TemplateOptions.backstage());

    private final Map<String, @Nullable Object> context;
    private final TemplateOptions language;

    Rendering(Map<String, @Nullable Object> context) {
        this(context, OPTIONS);
    }

    Rendering(Map<String, @Nullable Object> context, TemplateOptions language) {
        this.context = context;
        this.language = language;
    }

    /** Backstage's language with an installation's own filters. */
    static TemplateOptions language(TemplateFilters filters) {
        return filters.addTo(OPTIONS);
    }

    /** A rendered value with its type. What renders to nothing is left out of its map. */
    @Nullable
    Object value(YamlValue value) {
        return switch (value) {
            case YamlScalar scalar -> scalar(scalar);
            case YamlList list -> {
                List<@Nullable Object> items = new ArrayList<>();
                list.items().forEach(item -> items.add(value(item)));
                yield items;
            }
            case YamlMap map -> map(map);
        };
    }

    Map<String, @Nullable Object> map(YamlMap map) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (YamlMap.Entry entry : map.entries()) {
            Object rendered = value(entry.value());
            boolean isNull = rendered == null && entry.value() instanceof YamlScalar scalar && !isTemplate(scalar);
            if (isNull || (rendered != null && !"".equals(rendered))) {
                entries.put(entry.key().text(), rendered);
            }
        }
        return entries;
    }

    /** Whether a condition holds: JavaScript's truth, except that an empty list is false. */
    boolean holds(YamlValue condition) {
        return Truth.of(value(condition));
    }

    static boolean isTemplate(YamlScalar scalar) {
        return scalar.value() instanceof String text && (text.contains("${{") || text.contains("{%"));
    }

    private @Nullable Object scalar(YamlScalar scalar) {
        if (!isTemplate(scalar)) {
            return scalar.value();
        }
        try {
            Template template = Template.parse(scalar.place().file(), scalar.text(), language);
            refuseSecrets(template, scalar);
            return template.evaluate(context);
        } catch (TemplateException e) {
            throw new ScaffoldingException(
                    List.of(new Finding(ScalarPlace.of(scalar, e.line(), e.column()), sentence(e))));
        }
    }

    private void refuseSecrets(Template template, YamlScalar scalar) {
        if (context.containsKey(SECRETS) || !scalar.text().contains(SECRETS)) {
            return;
        }
        for (Reference reference : template.analyse().references()) {
            if (reference.root().equals(SECRETS)) {
                throw new ScaffoldingException(List.of(new Finding(
                        ScalarPlace.of(scalar, reference.line(), reference.column()),
                        "\"secrets\" can be used in the \"input\" and the \"each\" of a step, and nowhere else.")));
            }
        }
    }

    static String sentence(TemplateException e) {
        String meant =
                e.nearMisses().isEmpty() ? "" : " Did you mean \"" + String.join("\" or \"", e.nearMisses()) + "\"?";
        return e.reason() + meant + (e.expression().isEmpty() ? "" : " In: " + e.expression());
    }
}
