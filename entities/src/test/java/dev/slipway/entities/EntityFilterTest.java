package dev.slipway.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityFilterTest {

    private static final Entity ENTITY = Read.taken("""
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: Pricing-API
              annotations: {github.com/project-slug: Acme/Pricing}
              tags: [java, web]
            spec: {type: service, lifecycle: production, owner: red, replicas: 3}
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=component",
                "kind=Component,spec.type=SERVICE",
                "metadata.name=pricing-api",
                "metadata.namespace=default",
                "metadata.annotations.github.com/project-slug",
                "metadata.annotations.github.com/project-slug=acme/pricing",
                "metadata.tags=java",
                "metadata.tags.java",
                "metadata.tags.java=true",
                "spec.replicas=3",
                "kind=api,kind=component",
                "kind=component, ,",
                " , "
            })
    void admits(String filter) {
        assertThat(EntityFilter.parse(List.of(filter)).predicate().matches(EntityFields.of(ENTITY.document())))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=api",
                "kind=component,spec.type=website",
                "metadata.tags=c",
                "spec.missing",
                "metadata.name=pricing"
            })
    void leavesOut(String filter) {
        assertThat(EntityFilter.parse(List.of(filter)).predicate().matches(EntityFields.of(ENTITY.document())))
                .isFalse();
    }

    @Test
    void takesEitherOfRepeatedParameters() {
        assertThat(EntityFilter.parse(List.of("kind=api", "kind=component"))
                        .predicate()
                        .matches(EntityFields.of(ENTITY.document())))
                .isTrue();
    }

    @Test
    void refusesAPartWithoutAField() {
        assertThatThrownBy(() -> EntityFilter.parse(List.of("kind=api,=x"))).hasMessageContaining("names no field");
    }
}
