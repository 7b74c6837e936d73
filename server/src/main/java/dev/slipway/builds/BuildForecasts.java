package dev.slipway.builds;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.util.Map;

/** What local builds will do with a repository that they have not seen. */
public interface BuildForecasts {

    /** The file by which a repository says that another CI builds it ({@code spec.by: elsewhere}) and reports its images. */
    String ELSEWHERE = ".slipway/build.yaml";

    BuildForecast of(FileTree sources);

    /** These heads came with a history from elsewhere: they are not built, what is pushed on them later is. */
    void passOver(RepositoryRef repository, Map<String, CommitId> heads);
}
