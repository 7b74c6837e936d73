package dev.slipway.scaffolding.form;

import dev.slipway.scaffolding.TemplateReader;

/** Forms of templates that say nothing but their parameters. */
final class Templates {

    private Templates() {}

    /** @param parameters the pages, as YAML */
    static Form form(String parameters) {
        return new Form(TemplateReader.read("template.yaml", """
                apiVersion: scaffolder.backstage.io/v1beta3
                kind: Template
                metadata: {name: t}
                spec:
                  type: service
                  steps: [{action: debug:log}]
                  parameters:
                """ + parameters.indent(4)));
    }
}
