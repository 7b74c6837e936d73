package dev.slipway.gitops.validation.schema;

import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.List;

/** Holds objects against schemas, strictly: what a schema does not know is wrong, as with {@code kubectl --validate=strict}. */
public final class SchemaCheck {

    private SchemaCheck() {}

    /** Everything of the object that its schema does not admit. */
    public static List<Violation> violations(KindSchema schema, Resource object) {
        List<Violation> violations = new ArrayList<>();
        new Walk(schema, violations).object(object.content());
        return violations;
    }
}
