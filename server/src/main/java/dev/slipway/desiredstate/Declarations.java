package dev.slipway.desiredstate;

import dev.slipway.gitops.Declared;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.routes.explain.PlatformRoutes;
import dev.slipway.kernel.CommitId;
import dev.slipway.platform.Cluster;
import java.util.List;

/** The manifests that the desired state was read from, for those who have to say where something stands. */
public interface Declarations {

    /** As of any commit of the platform repository; reads Git, so never inside a transaction. */
    Declaration at(CommitId platformCommit);

    /**
     * @param sources where the manifests come from
     * @param repository the platform repository, as the sources know it
     */
    record Declaration(Declared declared, Sources sources, String repository) {

        /** The routes between these clusters. */
        public PlatformRoutes routes(List<Cluster> clusters) {
            return new PlatformRoutes(declared, sources, repository, Landscapes.clusters(clusters));
        }
    }
}
