package dev.slipway.scaffolder;

import dev.slipway.kernel.CommitId;
import java.util.List;

/** The golden paths: the templates below {@code templates/} on the protected main of the platform repository. */
public interface Templates {

    /** In order of title; those that cannot be used say why. */
    List<TemplateSummary> all();

    /** @throws ScaffolderException with NOT_FOUND, or with INVALID and everything that is wrong with it */
    StoredTemplate get(String name);

    /** As it was at a commit. */
    StoredTemplate get(String name, CommitId commit);
}
