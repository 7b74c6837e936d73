package dev.slipway.scaffolding.lint;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what is wrong with the schemas of the pages, and of the secrets. */
final class PageLint {

    private final Findings findings;

    PageLint(Findings findings) {
        this.findings = findings;
    }

    void check(LintedTemplate template) {
        Set<String> all = new HashSet<>(template.parameters().declared().keySet());
        template.pages().forEach(page -> new Schema(page, all).check(page));
        template.spec()
                .map("secrets")
                .flatMap(secrets -> secrets.map("schema"))
                .ifPresent(schema -> new Schema(schema, Set.of()).check(schema));
    }

    /** One page, to which its references lead. */
    private final class Schema {
        private final YamlMap page;
        private final Set<String> names = new HashSet<>();
        private final Set<String> everywhere;
        private final boolean open;
        private final ValueLint values = new ValueLint(findings);

        /** @param everywhere the names of all pages: conditions see the answers of other pages, too */
        Schema(YamlMap page, Set<String> everywhere) {
            this.page = page;
            this.everywhere = everywhere;
            this.open = Parameters.of(List.of(page)).isOpen();
            collectNames(page);
        }

        /** Every name that some {@code properties} of the page has: branches add to what stands elsewhere. */
        private void collectNames(YamlValue value) {
            value.asMap().ifPresent(map -> {
                map.map("properties")
                        .ifPresent(properties -> properties
                                .entries()
                                .forEach(entry -> names.add(entry.key().text())));
                map.entries().forEach(entry -> collectNames(entry.value()));
            });
            value.asList().ifPresent(list -> list.items().forEach(this::collectNames));
        }

        void check(YamlMap schema) {
            for (YamlMap.Entry entry : schema.entries()) {
                keyword(entry.key(), entry.value());
                below(entry.key().text(), entry.value());
            }
            values.check(schema);
        }

        private void below(String key, YamlValue value) {
            if (Keywords.SCHEMA.contains(key)) {
                value.asMap().ifPresent(this::check);
            }
            if (Keywords.SCHEMAS.contains(key)) {
                value.asList()
                        .ifPresent(list -> list.items().stream()
                                .flatMap(item -> item.asMap().stream())
                                .forEach(this::check));
            }
            if (Keywords.NAMED_SCHEMAS.contains(key)) {
                value.asMap().stream()
                        .flatMap(map -> map.entries().stream())
                        .flatMap(entry -> entry.value().asMap().stream())
                        .forEach(this::check);
            }
        }

        private void keyword(YamlScalar key, YamlValue value) {
            switch (key.text()) {
                case "type" -> type(value);
                case "required" -> required(value);
                case "properties" -> properties(value);
                case "$ref" -> reference(value);
                case "ui:field" -> known(value, Keywords.FIELDS, "field", "It falls back to a plain one.");
                case "ui:widget" -> known(value, Keywords.WIDGETS, "widget", "It falls back to the usual one.");
                case "ui:order" -> order(value);
                case "dependencies", "dependentSchemas", "dependentRequired" -> dependencies(value);
                default -> {
                    if (!Keywords.ALL.contains(key.text())) {
                        findings.warning(
                                key.place(),
                                "\"" + key.text() + "\" is not a keyword of a schema, and does nothing."
                                        + Findings.didYouMean(key.text(), Keywords.ALL));
                    }
                }
            }
        }

        private void type(YamlValue value) {
            List<YamlValue> types = value.asList().map(list -> list.items()).orElse(List.of(value));
            for (YamlValue type : types) {
                String text = type.asText().orElse("null");
                if (!Keywords.TYPES.contains(text)) {
                    findings.error(
                            type.place(),
                            "\"" + text + "\" is not a type." + Findings.didYouMean(text, Keywords.TYPES)
                                    + " Types are string, integer, number, boolean, array, object and null.");
                }
            }
        }

        private void required(YamlValue value) {
            if (value.asList().isEmpty()) {
                findings.warning(
                        value.place(),
                        "\"required\" is a list of names in the schema of the object, and does nothing here.");
                return;
            }
            value.asList().get().items().forEach(name -> exists(name, "is required, and there is no such field"));
        }

        private void exists(YamlValue name, String what) {
            String text = name.asText().orElse("");
            if (!names.contains(text) && !open) {
                findings.error(name.place(), "\"" + text + "\" " + what + "." + Findings.didYouMean(text, names));
            }
        }

        private void properties(YamlValue value) {
            if (value.asMap().isEmpty()) {
                findings.error(value.place(), "\"properties\" is a map of fields, not " + value.kind() + ".");
                return;
            }
            value.asMap().get().entries().stream()
                    .filter(entry ->
                            entry.value().asMap().isEmpty() && !(entry.value().plain() instanceof Boolean))
                    .forEach(entry -> findings.error(
                            entry.value().place(),
                            "The field \"" + entry.key().text() + "\" is described by a map, not by "
                                    + entry.value().kind() + "."));
        }

        private void dependencies(YamlValue value) {
            value.asMap()
                    .ifPresent(map -> map.entries().forEach(entry -> {
                        if (!everywhere.contains(entry.key().text())) {
                            exists(entry.key(), "is what others depend on, and there is no such field");
                        }
                        entry.value()
                                .asList()
                                .ifPresent(list -> list.items()
                                        .forEach(name -> exists(name, "is depended on, and there is no such field")));
                    }));
        }

        private void order(YamlValue value) {
            value.asList()
                    .ifPresent(list -> list.items().stream()
                            .filter(name -> !name.asText().orElse("").equals("*"))
                            .forEach(name -> exists(name, "is in the order, and there is no such field")));
        }

        private void known(YamlValue value, Set<String> known, String what, String otherwise) {
            String text = value.asText().orElse("");
            if (!known.contains(text)) {
                findings.warning(
                        value.place(),
                        "The " + what + " \"" + text + "\" is not known." + Findings.didYouMean(text, known) + " "
                                + otherwise);
            }
        }

        private void reference(YamlValue value) {
            String at = value.asText().orElse("");
            Set<String> seen = new HashSet<>();
            while (at.startsWith("#")) {
                if (!seen.add(at)) {
                    findings.error(value.place(), "\"" + at + "\" refers to itself.");
                    return;
                }
                var found = find(at.substring(1));
                if (found.isEmpty()) {
                    findings.error(value.place(), "\"" + at + "\" is nowhere in this page.");
                    return;
                }
                at = found.flatMap(YamlValue::asMap)
                        .flatMap(map -> map.text("$ref"))
                        .orElse("");
            }
            if (!at.isEmpty()) {
                findings.warning(value.place(), "\"" + at + "\" is not part of this page, and is not read.");
            }
        }

        private Optional<YamlValue> find(String pointer) {
            try {
                return page.at(pointer);
            } catch (IllegalArgumentException _) { // not a pointer
                return Optional.empty();
            }
        }
    }
}
