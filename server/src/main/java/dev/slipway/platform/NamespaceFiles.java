package dev.slipway.platform;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.kernel.TeamName;
import java.util.Map;

/** What a namespace consists of on this platform. */
public interface NamespaceFiles {

    /**
     * Namespace with Pod Security restricted, ResourceQuota, LimitRange and NetworkPolicy, by file name.
     *
     * @param labels of the Namespace, beside the team's
     */
    Map<String, FileContent> of(String namespace, TeamName team, Map<String, String> labels);
}
