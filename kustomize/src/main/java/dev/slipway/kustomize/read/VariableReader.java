package dev.slipway.kustomize.read;

import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.Id;
import dev.slipway.kustomize.variable.Variable;
import java.util.List;
import java.util.Set;

/** Reads {@code vars}. */
final class VariableReader {
    private static final Set<String> VARIABLE = Set.of("name", "objref", "fieldref");
    private static final Set<String> OBJECT = Set.of("apiVersion", "group", "version", "kind", "name", "namespace");
    private static final String NAME = "metadata.name";

    private VariableReader() {}

    static List<Variable> variables(Fields fields) {
        return fields.list("vars", VariableReader::variable);
    }

    private static Variable variable(Fields fields) {
        fields.allowOnly(VARIABLE, "vars");
        if (fields.text("name").isEmpty() || !fields.has("objref")) {
            fields.problem(fields.place(), "This variable has no name or no objref.", "both.", "Add what is missing.");
        }
        String path = fields.child("fieldref")
                .map(field -> {
                    field.allowOnly(Set.of("fieldpath"), "fieldref");
                    return field.text("fieldpath");
                })
                .orElse("");
        Id target = fields.child("objref").map(VariableReader::target).orElse(new Id(new Gvk("", "", ""), "", ""));
        return new Variable(fields.place(), fields.text("name"), target, path.isEmpty() ? NAME : path);
    }

    private static Id target(Fields object) {
        object.allowOnly(OBJECT, "objref");
        Gvk gvk = object.has("apiVersion")
                ? Gvk.of(object.text("apiVersion"), object.text("kind"))
                : new Gvk(object.text("group"), object.text("version"), object.text("kind"));
        return new Id(gvk, object.text("namespace"), object.text("name"));
    }
}
