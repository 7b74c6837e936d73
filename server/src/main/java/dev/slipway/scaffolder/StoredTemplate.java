package dev.slipway.scaffolder;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.kernel.CommitId;
import dev.slipway.scaffolding.TemplateDefinition;

/**
 * A template of the platform repository.
 *
 * @param tree its directory
 * @param commit of the platform repository that it was read from
 */
public record StoredTemplate(TemplateDefinition definition, FileTree tree, CommitId commit) {}
