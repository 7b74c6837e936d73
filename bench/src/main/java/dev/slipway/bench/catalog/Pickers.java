package dev.slipway.bench.catalog;

import dev.slipway.kernel.Actor;
import dev.slipway.scaffolder.form.FormViews;
import dev.slipway.scaffolding.TemplateReader;
import dev.slipway.scaffolding.form.Form;
import dev.slipway.scaffolding.form.FormField;
import java.util.Map;

/** What fields of templates' forms offer while somebody types into them. */
final class Pickers {

    private static final Actor ASKING = new Actor.Person("bench");
    private static final int TIMES = 50;
    private static final double NANOS_PER_MILLI = 1e6;

    private Pickers() {}

    static void ask(Server server) {
        FormViews views = server.bean(FormViews.class);
        Form form = new Form(TemplateReader.read("template.yaml", """
                apiVersion: scaffolder.backstage.io/v1beta3
                kind: Template
                metadata: {name: pickers}
                spec:
                  type: service
                  steps: [{action: debug:log}]
                  parameters:
                    properties:
                      anything: {type: string, ui:field: EntityPicker}
                      components: {type: string, ui:field: EntityPicker, ui:options: {catalogFilter: {kind: Component}}}
                      services: {type: string, ui:field: EntityPicker, ui:options: {catalogFilter: [{kind: Component, spec.type: service}]}}
                      owner: {type: string, ui:field: OwnerPicker}
                      owned: {type: string, ui:field: OwnedEntityPicker}
                      tags: {type: array, ui:field: EntityTagsPicker}
                """));
        for (FormField field : form.fields(0, Map.of())) {
            for (String typed : new String[] {"", "7", "component-77", "nothing at all"}) {
                measure(views, field, typed);
            }
        }
    }

    private static void measure(FormViews views, FormField field, String typed) {
        int found = 0;
        for (int i = 0; i < TIMES / 5; i++) {
            found = views.suggestions(field, typed, ASKING).size();
        }
        long begun = System.nanoTime();
        for (int i = 0; i < TIMES; i++) {
            found = views.suggestions(field, typed, ASKING).size();
        }
        System.out.printf(
                "picker %s, \"%s\": %d offered, %.1f ms%n",
                field.name(), typed, found, (System.nanoTime() - begun) / NANOS_PER_MILLI / TIMES);
    }
}
