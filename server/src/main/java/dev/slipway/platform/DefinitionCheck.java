package dev.slipway.platform;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.kernel.Problem;
import java.util.List;

/** SPI: finds what is wrong with files of the platform repository that another module knows, for example its templates. */
public interface DefinitionCheck {

    /** Each with file and line; part of {@link Platforms#validate}, and so of the check on pull requests. */
    List<Problem> problems(FileTree tree);
}
