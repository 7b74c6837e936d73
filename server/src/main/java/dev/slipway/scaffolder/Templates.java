package dev.slipway.scaffolder;

import dev.slipway.kernel.CommitId;
import java.util.List;

/**
 * The templates: those below {@code templates/} on the protected main of the platform repository, known by their directories, and
 * the catalog's entities of kind Template in other repositories, known by their references ({@code template:namespace/name}).
 */
public interface Templates {

    /** In order of title; those that cannot be used say why. */
    List<TemplateSummary> all();

    /**
     * As it is now.
     *
     * @param key a directory, or an entity reference
     * @throws ScaffolderException with NOT_FOUND, or with INVALID and everything that is wrong with it
     */
    StoredTemplate get(String key);

    /** As it was at a commit of its repository. */
    StoredTemplate get(String key, CommitId commit);

    /** Has it found by {@link #get(String, CommitId)} as long as its repository has the commit, whatever the catalog knows then. */
    void keep(StoredTemplate template);
}
