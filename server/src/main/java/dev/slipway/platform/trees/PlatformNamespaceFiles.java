package dev.slipway.platform.trees;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.NamespaceFiles;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The same files for namespaces that other modules ask for as for those that follow from the definition. */
@Component
class PlatformNamespaceFiles implements NamespaceFiles {

    @Override
    public Map<String, FileContent> of(String namespace, TeamName team, Map<String, String> labels) {
        return PlatformTrees.contents(Namespaces.files(namespace, team, labels));
    }
}
