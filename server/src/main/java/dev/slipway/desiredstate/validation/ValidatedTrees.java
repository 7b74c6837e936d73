package dev.slipway.desiredstate.validation;

import dev.slipway.desiredstate.Declarations.Declaration;
import dev.slipway.desiredstate.Landscapes;
import dev.slipway.desiredstate.reading.DesiredReader;
import dev.slipway.desiredstate.reading.Moment;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.validation.Subject;
import dev.slipway.gitops.validation.Validation;
import dev.slipway.gitops.validation.ValidationReport;
import org.springframework.stereotype.Component;

/** Validates trees of the platform repository. What was found of objects that stay as they are is kept. */
@Component
public class ValidatedTrees {

    private final DesiredReader reader;
    private final Validation validation = new Validation();

    ValidatedTrees(DesiredReader reader) {
        this.reader = reader;
    }

    /**
     * Reads Git, so never inside a transaction.
     *
     * @param key names the tree: equal keys mean equal trees
     */
    public ValidationReport validate(Moment moment, String key, FileTree tree) {
        Declaration declaration = reader.declaration(moment, key, tree);
        return validation.validate(new Subject(
                tree,
                declaration.declared(),
                Landscapes.of(tree, moment.definition()),
                declaration.sources(),
                declaration.repository()));
    }
}
