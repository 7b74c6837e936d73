package dev.slipway.scaffolder.templates;

import dev.slipway.scaffolder.run.ActionRegistry;
import dev.slipway.scaffolding.Finding;
import dev.slipway.scaffolding.ScaffoldingException;
import dev.slipway.scaffolding.Step;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.TemplateReader;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds why a template could not be used: what it says of itself, and actions that nobody offers. */
@Component
class TemplateLint {

    private final ActionRegistry registry;

    TemplateLint(ActionRegistry registry) {
        this.registry = registry;
    }

    /** Everything that is wrong with the text of a template, with file and line. */
    List<Finding> findings(String file, String text) {
        try {
            return unknownActions(TemplateReader.read(file, text));
        } catch (ScaffoldingException e) {
            return e.findings();
        }
    }

    List<Finding> unknownActions(TemplateDefinition template) {
        return template.steps().stream()
                .filter(step -> registry.actions().find(step.action()).isEmpty())
                .map(this::unknown)
                .toList();
    }

    private Finding unknown(Step step) {
        return new Finding(step.place(), registry.actions().unknown(step.action()));
    }
}
