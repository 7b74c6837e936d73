package dev.slipway.scaffolding.lint;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.ScalarPlace;
import dev.slipway.template.Template;
import dev.slipway.template.analysis.Analysis;
import dev.slipway.template.analysis.Reference;
import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The expressions in a value of template.yaml. */
final class Expressions {

    private final TemplateOptions language;
    private final Findings findings;

    /** @param findings takes what cannot be read, and filters and tests that do not exist */
    Expressions(TemplateOptions language, Findings findings) {
        this.language = language;
        this.findings = findings;
    }

    /** A text with expressions. */
    record Text(YamlScalar scalar, Template template, List<Reference> references) {

        Place placeOf(Reference reference) {
            return ScalarPlace.of(scalar, reference.line(), reference.column());
        }
    }

    /** Whether a value is the same in every run. */
    static boolean isConstant(YamlValue value) {
        return switch (value) {
            case YamlScalar scalar -> !isTemplate(scalar);
            case YamlList list -> list.items().stream().allMatch(Expressions::isConstant);
            case YamlMap map -> map.entries().stream().allMatch(entry -> isConstant(entry.value()));
        };
    }

    static boolean isTemplate(YamlScalar scalar) {
        return scalar.value() instanceof String text && (text.contains("${{") || text.contains("{%"));
    }

    /** At any depth; texts that cannot be read are found and left out. */
    List<Text> in(YamlValue value) {
        List<Text> texts = new ArrayList<>();
        collect(value, texts);
        return texts;
    }

    private void collect(YamlValue value, List<Text> texts) {
        switch (value) {
            case YamlScalar scalar -> text(scalar).ifPresent(texts::add);
            case YamlList list -> list.items().forEach(item -> collect(item, texts));
            case YamlMap map -> map.entries().forEach(entry -> collect(entry.value(), texts));
        }
    }

    private Optional<Text> text(YamlScalar scalar) {
        if (!isTemplate(scalar)) {
            return Optional.empty();
        }
        try {
            Template template = Template.parse(scalar.place().file(), scalar.text(), language);
            Analysis analysis = template.analyse();
            analysis.unknown().forEach(problem -> find(scalar, problem));
            return Optional.of(new Text(scalar, template, analysis.references()));
        } catch (TemplateException e) {
            find(scalar, e);
            return Optional.empty();
        }
    }

    private void find(YamlScalar scalar, TemplateException problem) {
        findings.error(ScalarPlace.of(scalar, problem.line(), problem.column()), sentence(problem));
    }

    /** What is wrong, without the place. */
    static String sentence(TemplateException problem) {
        String meant = problem.nearMisses().isEmpty()
                ? ""
                : " Did you mean \"" + String.join("\" or \"", problem.nearMisses()) + "\"?";
        return problem.reason() + meant + (problem.expression().isEmpty() ? "" : " In: " + problem.expression());
    }
}
