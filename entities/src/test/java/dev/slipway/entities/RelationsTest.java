package dev.slipway.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RelationsTest {

    @Test
    void relatesAComponentToAllItNames() {
        assertThat(of("Component", """
                type: service
                lifecycle: production
                owner: user:jane
                system: shop
                subcomponentOf: other
                providesApis: [a]
                consumesApis: [b/c]
                dependsOn: [resource:db]
                dependencyOf: [component:front]
                """))
                .containsExactly(
                        "component:shop/x OWNED_BY user:shop/jane",
                        "component:shop/x PART_OF system:shop/shop",
                        "component:shop/x PART_OF component:shop/other",
                        "component:shop/x PROVIDES_API api:shop/a",
                        "component:shop/x CONSUMES_API api:b/c",
                        "component:shop/x DEPENDS_ON resource:shop/db",
                        "component:shop/front DEPENDS_ON component:shop/x");
    }

    @Test
    void relatesGroupsFromBothSides() {
        assertThat(of("Group", "type: team\nchildren: [b]\nparent: a\nmembers: [jane]\n"))
                .containsExactly(
                        "group:shop/b CHILD_OF group:shop/x",
                        "group:shop/x CHILD_OF group:shop/a",
                        "user:shop/jane MEMBER_OF group:shop/x");
        assertThat(of("User", "memberOf: [a]\n")).containsExactly("user:shop/x MEMBER_OF group:shop/a");
    }

    @Test
    void relatesAnUnknownKindByTheFieldsThatKnownOnesHave() {
        assertThat(of("Robot", "owner: red\nsystem: sales\ndependsOn: [resource:power]\nchildren: [arm]\n"))
                .containsExactly(
                        "robot:shop/x OWNED_BY group:shop/red",
                        "robot:shop/x PART_OF system:shop/sales",
                        "robot:shop/x DEPENDS_ON resource:shop/power");
    }

    @Test
    void passesOverWhatAnUnknownKindMeansOtherwise() {
        assertThat(of(
                        "Robot",
                        "owner: {name: red}\nsystem: 3\ndependsOn: [power, 'a:b:c', {on: x}, [resource:deeper], null]\ndomain: "
                                + "x".repeat(300)))
                .isEmpty();
    }

    private static List<String> of(String kind, String spec) {
        Entity entity = Read.taken("apiVersion: backstage.io/v1alpha1\nkind: " + kind
                + "\nmetadata: {name: x, namespace: shop}\nspec:\n" + spec.indent(2));
        return Relations.of(entity).stream()
                .map(relation -> relation.source() + " " + relation.type() + " " + relation.target())
                .toList();
    }
}
