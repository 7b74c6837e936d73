package dev.slipway.scaffolder;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.kernel.CommitId;
import dev.slipway.scaffolding.TemplateDefinition;

/**
 * A template as one commit has it.
 *
 * @param key what {@link Templates#get} knows it by: its directory in the platform repository, or {@code template:namespace/name} of the
 *     catalog
 * @param tree its directory
 * @param commit that it was read from
 */
public record StoredTemplate(String key, TemplateDefinition definition, FileTree tree, CommitId commit) {}
