package dev.slipway.scaffolder.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.scaffolding.TemplateReader;
import dev.slipway.scaffolding.form.Form;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntityWishTest {

    private static EntityWish wish(String field) {
        Form form = new Form(TemplateReader.read("template.yaml", """
                apiVersion: scaffolder.backstage.io/v1beta3
                kind: Template
                metadata: {name: t}
                spec:
                  type: service
                  steps: [{action: debug:log}]
                  parameters: {properties: {it: {type: string, %s}}}
                """.formatted(field)));
        return EntityWish.of(form.fields(0, Map.of()).getFirst()).orElseThrow();
    }

    private static boolean takes(EntityWish wish, Map<String, Set<String>> fields) {
        return wish.filter().matches(fields);
    }

    @Test
    void ownersAreGroupsAndPeopleUnlessTheTemplateSaysOtherwise() {
        EntityWish any = wish("ui:field: OwnerPicker");
        EntityWish groups = wish("ui:field: OwnerPicker, ui:options: {catalogFilter: {kind: Group, spec.type: team}}");

        assertThat(takes(any, Map.of("kind", Set.of("user")))).isTrue();
        assertThat(takes(any, Map.of("kind", Set.of("component")))).isFalse();
        assertThat(takes(groups, Map.of("kind", Set.of("group"), "spec.type", Set.of("team"))))
                .isTrue();
        assertThat(takes(groups, Map.of("kind", Set.of("group"), "spec.type", Set.of("leads"))))
                .isFalse();
    }

    @Test
    void ofAListOfFiltersOneHolds() {
        EntityWish wish = wish("ui:field: EntityPicker, ui:options: {catalogFilter: [{kind: [Component, System]}, "
                + "{kind: API, metadata.annotations.docs: {exists: true}}]}");

        assertThat(takes(wish, Map.of("kind", Set.of("system")))).isTrue();
        assertThat(takes(wish, Map.of("kind", Set.of("api"), "metadata.annotations.docs", Set.of("x"))))
                .isTrue();
        assertThat(takes(wish, Map.of("kind", Set.of("api")))).isFalse();
    }

    @Test
    void aTextBecomesTheReferenceThatBackstageStores() {
        EntityWish wish = wish("ui:field: EntityPicker, ui:options: {defaultKind: Component, defaultNamespace: shop}");

        assertThat(wish.stored("Prices")).isEqualTo("component:shop/prices");
        assertThat(wish.stored("api:default/Prices")).isEqualTo("api:default/prices");
        assertThat(wish("ui:field: OwnerPicker").stored("red")).isEqualTo("group:default/red");
        assertThat(wish("ui:field: EntityPicker").stored("prices")).isEqualTo("prices");
    }

    @Test
    void anythingMayBeEnteredUnlessTheTemplateForbidsIt() {
        assertThat(wish("ui:field: EntityPicker").arbitrary()).isTrue();
        assertThat(wish("ui:field: EntityPicker, ui:options: {allowArbitraryValues: false}")
                        .arbitrary())
                .isFalse();
    }
}
